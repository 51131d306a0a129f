//! As little of HTTP/1.1 as a load generator needs: one connection, one request at a time, nothing copied twice.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// No request of a bench takes this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection that is kept open.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    request: Vec<u8>,
    answer: Vec<u8>,
}

/// An answer.
#[derive(Debug)]
pub struct Answer<'a> {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: &'a [u8],
}

impl Connection {
    /// Connects.
    pub fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(Self { stream, request: Vec::new(), answer: Vec::new() })
    }

    /// Sends JSON as a person who is signed in, and waits for the answer.
    pub fn post(&mut self, path: &str, cookie: &str, body: &str) -> io::Result<Answer<'_>> {
        self.request.clear();
        write!(
            self.request,
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nCookie: {cookie}\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        )?;
        self.exchange()
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str) -> io::Result<Answer<'_>> {
        self.request.clear();
        write!(self.request, "GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
        self.exchange()
    }

    fn exchange(&mut self) -> io::Result<Answer<'_>> {
        self.stream.write_all(&self.request)?;
        self.answer.clear();
        let head = loop {
            if let Some(end) = find(&self.answer, b"\r\n\r\n") {
                break end + 4;
            }
            self.more()?;
        };
        let text = std::str::from_utf8(&self.answer[..head]).map_err(|_| broken("a head that is no text"))?;
        let status = text.get(9..12).and_then(|status| status.parse().ok()).ok_or_else(|| broken("no status"))?;
        let header = |name: &str| {
            let line =
                text.split("\r\n").find(|line| line.len() > name.len() && line[..name.len()].eq_ignore_ascii_case(name));
            line.map(|line| line[name.len()..].trim().to_owned())
        };
        if let Some(length) = header("content-length:") {
            let end = head + length.parse::<usize>().map_err(|_| broken("no length"))?;
            while self.answer.len() < end {
                self.more()?;
            }
            return Ok(Answer { status, body: &self.answer[head..end] });
        }
        let body = self.chunks(head)?;
        self.answer.truncate(head);
        self.answer.extend(body);
        Ok(Answer { status, body: &self.answer[head..] })
    }

    /// A body whose length nobody knew beforehand.
    fn chunks(&mut self, mut at: usize) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let line = loop {
                if let Some(end) = find(&self.answer[at..], b"\r\n") {
                    break at + end;
                }
                self.more()?;
            };
            let size =
                std::str::from_utf8(&self.answer[at..line]).ok().and_then(|text| usize::from_str_radix(text, 16).ok());
            let size = size.ok_or_else(|| broken("a chunk without a size"))?;
            let start = line + 2;
            while self.answer.len() < start + size + 2 {
                self.more()?;
            }
            body.extend_from_slice(&self.answer[start..start + size]);
            at = start + size + 2;
            if size == 0 {
                return Ok(body);
            }
        }
    }

    fn more(&mut self) -> io::Result<()> {
        let mut part = [0; 16 * 1024];
        match self.stream.read(&mut part)? {
            0 => Err(broken("the server hung up")),
            read => {
                self.answer.extend_from_slice(&part[..read]);
                Ok(())
            }
        }
    }
}

fn broken(what: &str) -> io::Error {
    io::Error::other(what.to_owned())
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}
