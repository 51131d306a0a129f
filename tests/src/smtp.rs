//! A real mail server on the loopback, for tests: it keeps what it is given, and can refuse, stall and drop as planned.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use mail_parser::MessageParser;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

/// Bytes of one command.
const COMMAND_BYTES: u64 = 4 * 1024;
/// Bytes of one message.
const MESSAGE_BYTES: usize = 4 * 1024 * 1024;
/// Messages that one server keeps.
const MAILS: usize = 200_000;

/// Where in the conversation something goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The greeting.
    Connect,
    /// `EHLO`.
    Hello,
    /// `MAIL FROM`.
    Mail,
    /// `RCPT TO`.
    Rcpt,
    /// `DATA`.
    Data,
    /// The end of the message.
    Dot,
    /// `QUIT`, after the message was taken.
    Quit,
}

impl At {
    /// Every place, in the order of a conversation.
    pub const ALL: [Self; 7] = [Self::Connect, Self::Hello, Self::Mail, Self::Rcpt, Self::Data, Self::Dot, Self::Quit];
}

/// What goes wrong in one connection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// No answer there; the server waits until the client gives up.
    Stall(At),
    /// This reply code there, with a text of two lines.
    Reply(u16, At),
    /// These bytes there, instead of an answer.
    Garbage(Vec<u8>, At),
    /// The connection ends there, without an answer. Before [`At::Dot`] nothing is taken; for that see the next two.
    Drop(At),
    /// The connection ends in the middle of the message.
    DropBeforeDot,
    /// The message is taken and kept, and the connection ends without saying so.
    DropAfterDot,
}

/// A message that the server took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The address in `MAIL FROM`.
    pub from: String,
    /// The addresses in `RCPT TO`.
    pub to: Vec<String>,
    /// The message as it came, without the dots added for transport.
    pub raw: Vec<u8>,
    /// Whether the client was told.
    pub told: bool,
}

impl Mail {
    /// The message as text.
    #[must_use]
    pub fn source(&self) -> String {
        String::from_utf8_lossy(&self.raw).into_owned()
    }

    /// The subject, decoded; empty when there is none.
    #[must_use]
    pub fn subject(&self) -> String {
        self.parsed(|message| message.subject().map(str::to_owned))
    }

    /// The plain text, decoded; empty when there is none.
    #[must_use]
    pub fn text(&self) -> String {
        self.parsed(|message| message.body_text(0).map(std::borrow::Cow::into_owned))
    }

    /// The HTML, decoded; empty when there is none.
    #[must_use]
    pub fn html(&self) -> String {
        self.parsed(|message| message.body_html(0).map(std::borrow::Cow::into_owned))
    }

    /// The Message-ID, without its angle brackets; empty when there is none.
    #[must_use]
    pub fn message_id(&self) -> String {
        self.parsed(|message| message.message_id().map(str::to_owned))
    }

    /// The names of the headers, in order.
    #[must_use]
    pub fn header_names(&self) -> Vec<String> {
        let message = MessageParser::default().parse(&self.raw);
        message.iter().flat_map(mail_parser::Message::headers).map(|header| header.name().to_owned()).collect()
    }

    /// How many MIME parts it has, counting the one that holds the others.
    #[must_use]
    pub fn parts(&self) -> usize {
        MessageParser::default().parse(&self.raw).map_or(0, |message| message.parts.len())
    }

    fn parsed(&self, read: impl FnOnce(&mail_parser::Message<'_>) -> Option<String>) -> String {
        MessageParser::default().parse(&self.raw).and_then(|message| read(&message)).unwrap_or_default()
    }
}

/// A running mail server; it ends when this is dropped.
#[derive(Debug)]
pub struct SmtpServer {
    address: SocketAddr,
    mails: watch::Receiver<Vec<Mail>>,
    connections: watch::Receiver<usize>,
    running: JoinHandle<()>,
}

impl SmtpServer {
    /// Starts a server on a free port. The nth connection meets the nth fault; further ones meet none.
    ///
    /// # Errors
    /// When no port can be opened.
    pub async fn start(faults: Vec<Fault>) -> io::Result<Self> {
        Self::start_with(move |connection| faults.get(connection).cloned().unwrap_or_default()).await
    }

    /// Starts a server that asks for the fault of each connection; the first is 0.
    ///
    /// # Errors
    /// When no port can be opened.
    pub async fn start_with(mut fault: impl FnMut(usize) -> Fault + Send + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let (keep, mails) = watch::channel(Vec::new());
        let (count, connections) = watch::channel(0);
        let running = tokio::spawn(async move {
            let mut open = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let connection = *count.borrow();
                count.send_replace(connection + 1);
                let talk = Conversation::new(stream, fault(connection), keep.clone());
                // An ended conversation is an ended connection: the client notices, and nobody else needs to.
                open.spawn(async move { drop(talk.run().await) });
                while open.try_join_next().is_some() {}
            }
        });
        Ok(Self { address, mails, connections, running })
    }

    /// Where it listens, such as `smtp://127.0.0.1:40123`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// The messages it took so far, told or not.
    #[must_use]
    pub fn mails(&self) -> Vec<Mail> {
        self.mails.borrow().clone()
    }

    /// How many messages it took so far.
    #[must_use]
    pub fn mail_count(&self) -> usize {
        self.mails.borrow().len()
    }

    /// The message it took last.
    #[must_use]
    pub fn last_mail(&self) -> Option<Mail> {
        self.mails.borrow().last().cloned()
    }

    /// How many connections there were.
    #[must_use]
    pub fn connections(&self) -> usize {
        *self.connections.borrow()
    }

    /// Waits until it took `count` messages, and gives all it took.
    ///
    /// # Errors
    /// [`io::ErrorKind::TimedOut`] when `timeout` passed before; the text says how many there were.
    pub async fn wait_for(&self, count: usize, timeout: Duration) -> io::Result<Vec<Mail>> {
        let mut mails = self.mails.clone();
        let enough = mails.wait_for(|mails| mails.len() >= count);
        if let Ok(Ok(mails)) = tokio::time::timeout(timeout, enough).await {
            return Ok(mails.clone());
        }
        let text = format!("{} mails came, {count} were awaited", self.mail_count());
        Err(io::Error::new(io::ErrorKind::TimedOut, text))
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.running.abort();
    }
}

/// One connection.
struct Conversation {
    read: BufReader<OwnedReadHalf>,
    write: OwnedWriteHalf,
    fault: Fault,
    keep: watch::Sender<Vec<Mail>>,
    from: String,
    to: Vec<String>,
}

impl Conversation {
    fn new(stream: TcpStream, fault: Fault, keep: watch::Sender<Vec<Mail>>) -> Self {
        let (read, write) = stream.into_split();
        Self { read: BufReader::new(read), write, fault, keep, from: String::new(), to: Vec::new() }
    }

    async fn run(mut self) -> io::Result<()> {
        self.answer(At::Connect, "220 mail.example.test ready").await?;
        loop {
            let line = self.line().await?;
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" | "HELO" => {
                    self.answer(At::Hello, "250-mail.example.test\r\n250-8BITMIME\r\n250 SMTPUTF8").await?;
                }
                "MAIL" => {
                    if self.answer(At::Mail, "250 sender noted").await? {
                        self.from = address(&line);
                        self.to.clear();
                    }
                }
                "RCPT" => {
                    if self.answer(At::Rcpt, "250 recipient noted").await? {
                        self.to.push(address(&line));
                    }
                }
                "DATA" => {
                    if self.answer(At::Data, "354 go on").await? {
                        self.message().await?;
                    }
                }
                "RSET" | "NOOP" => self.say("250 fine").await?,
                "QUIT" => {
                    self.answer(At::Quit, "221 goodbye").await?;
                    return Ok(());
                }
                _ => self.say("502 not here").await?,
            }
        }
    }

    /// Answers as planned; whether the answer was the good one.
    async fn answer(&mut self, at: At, good: &str) -> io::Result<bool> {
        match self.fault.clone() {
            Fault::Stall(there) if there == at => {
                // The client's patience ends this, not a clock.
                tokio::io::copy(&mut self.read, &mut tokio::io::sink()).await?;
                Err(io::ErrorKind::ConnectionAborted.into())
            }
            Fault::Reply(code, there) if there == at => {
                self.say(&format!("{code}-not now\r\n{code} as the test planned")).await?;
                Ok(false)
            }
            Fault::Garbage(bytes, there) if there == at => {
                self.write.write_all(&bytes).await?;
                Err(io::ErrorKind::ConnectionAborted.into())
            }
            Fault::Drop(there) if there == at => Err(io::ErrorKind::ConnectionAborted.into()),
            _ => {
                self.say(good).await?;
                Ok(true)
            }
        }
    }

    async fn message(&mut self) -> io::Result<()> {
        let mut raw = Vec::new();
        loop {
            let mut line = Vec::new();
            if self.read.read_until(b'\n', &mut line).await? == 0 || raw.len() > MESSAGE_BYTES {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if self.fault == Fault::DropBeforeDot {
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
            if line == b".\r\n" {
                break;
            }
            raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
        let untroubled = match self.fault {
            Fault::Stall(at) | Fault::Reply(_, at) | Fault::Garbage(_, at) | Fault::Drop(at) => at != At::Dot,
            Fault::None | Fault::DropBeforeDot | Fault::DropAfterDot => true,
        };
        if !untroubled {
            return self.answer(At::Dot, "").await.map(drop);
        }
        let told = self.fault != Fault::DropAfterDot;
        let mail = Mail { from: std::mem::take(&mut self.from), to: std::mem::take(&mut self.to), raw, told };
        // Kept before it is told, so that whoever was told finds it here.
        self.keep.send_modify(|mails| {
            if mails.len() < MAILS {
                mails.push(mail);
            }
        });
        if told { self.say("250 taken").await } else { Err(io::ErrorKind::ConnectionAborted.into()) }
    }

    async fn line(&mut self) -> io::Result<String> {
        let mut line = Vec::new();
        let read = (&mut self.read).take(COMMAND_BYTES).read_until(b'\n', &mut line).await?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(String::from_utf8_lossy(&line).trim_end().to_owned())
    }

    async fn say(&mut self, reply: &str) -> io::Result<()> {
        self.write.write_all(format!("{reply}\r\n").as_bytes()).await
    }
}

/// What stands between the angle brackets of a `MAIL` or `RCPT` command.
fn address(command: &str) -> String {
    let inner = command.split_once('<').and_then(|(_, rest)| rest.rsplit_once('>'));
    inner.map_or_else(|| command.to_owned(), |(address, _)| address.to_owned())
}
