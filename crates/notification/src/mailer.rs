//! Handing one message to the mail server, and knowing afterwards what became of it.

use std::fmt;
use std::io;
use std::time::Duration;

use lettre::transport::smtp;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use thiserror::Error;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;

use crate::clean::clean_short;
use crate::message::{Envelope, Prepared, prepare};
use crate::smtp_url::{SmtpUrl, Tls};

/// How long one whole send may take, from looking up the host to the answer after the last dot.
pub const SEND_TIMEOUT: Duration = Duration::from_mins(1);
/// How long one address of the mail server may take to accept a connection, before the next is tried.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(15);
/// How long a mail server may take to say goodbye; its answer changes nothing.
const GOODBYE_TIMEOUT: Duration = Duration::from_secs(2);
/// Characters of a mail server's words that are kept.
const REPLY_LENGTH: usize = 300;

/// Hands messages to one mail server, one connection for each: a connection that was given up midway must never carry
/// the next message: its answers would be those of the message before.
#[derive(Clone)]
pub struct Mailer {
    url: SmtpUrl,
    tls: Option<TlsParameters>,
    timeout: Duration,
}

impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mailer").field("url", &self.url).field("timeout", &self.timeout).finish_non_exhaustive()
    }
}

/// The mailer cannot be made.
#[derive(Debug, Error)]
#[error("the mail server's name cannot be used for TLS: {0}")]
pub struct MailerError(String);

/// Why a send did not end with the mail server's *250* after the last dot.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SendError {
    /// The mail server does not have the message; trying again later may help.
    #[error("not sent for now, {0}")]
    Retry(Reason),
    /// The mail server refuses the message for good, or it cannot be written.
    #[error("refused, {0}")]
    GiveUp(Reason),
    /// The message was handed over and no answer came: the mail server may have it.
    #[error("unknown whether sent, {0}")]
    Unknown(Reason),
}

/// Where and why a send ended.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("at {step}: {text}", step = step.as_str())]
pub struct Reason {
    /// How far it came.
    pub step: Step,
    /// The reply code, where there was a reply.
    pub code: Option<u16>,
    /// The mail server's words or what went wrong, in one line of at most 300 characters.
    pub text: String,
}

/// The steps of a send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Writing the message; the network is not involved.
    Message,
    /// Connecting, greeting, TLS and signing in: nothing here is about the message.
    Connect,
    /// Naming the sender.
    Sender,
    /// Naming the recipient.
    Recipient,
    /// Asking to hand over the message.
    Data,
    /// Handing over the message, up to the answer after the last dot.
    Handover,
}

impl Step {
    /// The name in logs and in the outbox.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Connect => "connect",
            Self::Sender => "sender",
            Self::Recipient => "recipient",
            Self::Data => "data",
            Self::Handover => "handover",
        }
    }
}

impl Mailer {
    /// A mailer for the server at `url`. Nothing is connected yet. `timeout` is for a whole send; see [`SEND_TIMEOUT`].
    ///
    /// # Errors
    /// [`MailerError`] when the host's name cannot stand in a certificate.
    pub fn new(url: &SmtpUrl, timeout: Duration) -> Result<Self, MailerError> {
        let tls = match url.tls {
            Tls::None => None,
            Tls::Wrapped | Tls::Required | Tls::Opportunistic => {
                let parameters = TlsParameters::new(url.host.clone());
                Some(parameters.map_err(|error| MailerError(error.to_string()))?)
            }
        };
        Ok(Self { url: url.clone(), tls, timeout })
    }

    /// Sends one letter to one person. `Ok` means that the mail server said *250* after the last dot, and nothing less.
    ///
    /// # Errors
    /// [`SendError`] says whether the mail server has the message: surely not, surely not and never, or perhaps.
    /// What happens next is decided by [`after`](crate::after).
    pub async fn send(&self, envelope: &Envelope) -> Result<(), SendError> {
        let prepared = match prepare(envelope) {
            Ok(prepared) => prepared,
            Err(text) => return Err(SendError::GiveUp(Reason { step: Step::Message, code: None, text })),
        };
        let mut step = Step::Connect;
        let sent = match timeout(self.timeout, self.hand_over(&prepared, &mut step)).await {
            Ok(result) => result,
            // Here the connection is dropped, as it must be: nobody knows which answer would come next.
            Err(_) => Err(Stopped::Silence),
        };
        match sent {
            Ok(mut connection) => {
                // The mail is sent already; politeness must not turn that into anything else.
                let _ = timeout(GOODBYE_TIMEOUT, connection.quit()).await;
                Ok(())
            }
            Err(stopped) => Err(stopped.meaning(step)),
        }
    }

    async fn hand_over(&self, prepared: &Prepared, step: &mut Step) -> Result<AsyncSmtpConnection, Stopped> {
        let mut connection = self.connect().await?;
        *step = Step::Sender;
        expect(connection.command(Mail::new(Some(prepared.from.clone()), Vec::new())).await?, &[250])?;
        *step = Step::Recipient;
        // 251: the server forwards it to another address it knows.
        expect(connection.command(Rcpt::new(prepared.to.clone(), Vec::new())).await?, &[250, 251])?;
        *step = Step::Data;
        expect(connection.command(Data).await?, &[354])?;
        *step = Step::Handover;
        expect(connection.message(&prepared.bytes).await?, &[250])?;
        Ok(connection)
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Stopped> {
        let server = (self.url.host.as_str(), self.url.port);
        let me = ClientId::default();
        let mut connection = match self.url.tls {
            Tls::Wrapped => {
                let tls = self.tls.clone();
                AsyncSmtpConnection::connect_tokio1(server, Some(CONNECT_TIMEOUT), &me, tls, None).await?
            }
            Tls::Required | Tls::Opportunistic | Tls::None => {
                let stream = dial(server).await.map_err(Stopped::Unreachable)?;
                AsyncSmtpConnection::connect_with_transport(Box::new(stream), &me).await?
            }
        };
        let upgrade = match self.url.tls {
            Tls::Required => true,
            Tls::Opportunistic => connection.can_starttls(),
            Tls::Wrapped | Tls::None => false,
        };
        if let Some(parameters) = self.tls.clone().filter(|_| upgrade) {
            connection.starttls(parameters, &me).await?;
        }
        if let Some((user, password)) = &self.url.credentials {
            let credentials = Credentials::new(user.clone(), password.clone());
            connection.auth(DEFAULT_MECHANISMS, &credentials).await?;
        }
        Ok(connection)
    }
}

/// Connects to the first address that answers. Without Nagle's algorithm: the message and its last dot are written
/// apart, and the dot would wait 40 ms for the acknowledgement of the message.
async fn dial(server: (&str, u16)) -> io::Result<TcpStream> {
    let mut last = io::Error::from(io::ErrorKind::HostUnreachable);
    for address in lookup_host(server).await? {
        match timeout(CONNECT_TIMEOUT, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                stream.set_nodelay(true)?;
                return Ok(stream);
            }
            Ok(Err(error)) => last = error,
            Err(_) => last = io::ErrorKind::TimedOut.into(),
        }
    }
    Err(last)
}

/// Why the conversation with the mail server ended early.
enum Stopped {
    /// No connection.
    Unreachable(io::Error),
    /// It answered no, or the connection broke.
    Error(smtp::Error),
    /// It answered something that does not belong here.
    Confused(Response),
    /// It did not answer in time.
    Silence,
}

impl From<smtp::Error> for Stopped {
    fn from(error: smtp::Error) -> Self {
        Self::Error(error)
    }
}

fn expect(response: Response, codes: &[u16]) -> Result<(), Stopped> {
    if codes.iter().any(|code| response.has_code(*code)) { Ok(()) } else { Err(Stopped::Confused(response)) }
}

impl Stopped {
    /// What it means for the message that the conversation ended at `step`.
    fn meaning(self, step: Step) -> SendError {
        let (code, permanent, text) = match self {
            Self::Unreachable(error) => (None, false, error.to_string()),
            Self::Error(error) => (error.status().map(u16::from), error.is_permanent(), error.to_string()),
            Self::Confused(response) => {
                let words: Vec<&str> = response.message().collect();
                let code = u16::from(response.code());
                // An answer that does not belong here says nothing about the message.
                (None, false, format!("unexpected answer {code} {}", words.join(" ")))
            }
            Self::Silence => (None, false, "no answer in time".to_owned()),
        };
        let reason = Reason { step, code, text: clean_short(&text, REPLY_LENGTH) };
        match (step, code) {
            // A refusal before the message is named is about us (a password, a block list): the next try may do.
            (Step::Connect, _) => SendError::Retry(reason),
            (_, Some(_)) if permanent => SendError::GiveUp(reason),
            (Step::Handover, None) => SendError::Unknown(reason),
            _ => SendError::Retry(reason),
        }
    }
}
