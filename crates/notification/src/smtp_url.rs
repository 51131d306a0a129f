//! The address of the mail server, as it is configured.

use std::fmt;
use std::str::FromStr;

use percent_encoding::percent_decode_str;
use thiserror::Error;
use url::{Host, Url};

/// Where mail goes: `smtps://user:password@host:465`, or `smtp://host:587?tls=required|opportunistic|none`.
///
/// Without `tls` a mail server on this machine is spoken to in the clear and any other with `required`. User and
/// password are percent-encoded. They never appear in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpUrl {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) tls: Tls,
    pub(crate) credentials: Option<(String, String)>,
}

/// How the connection is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// TLS from the first byte (`smtps`).
    Wrapped,
    /// STARTTLS, or no mail.
    Required,
    /// STARTTLS where the server offers it.
    Opportunistic,
    /// In the clear.
    None,
}

/// What is wrong with the address of a mail server. Never holds its password.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SmtpUrlError {
    /// It cannot be read at all.
    #[error("the mail server address cannot be read ({0}); write it as smtps://user:password@host:465")]
    Syntax(url::ParseError),
    /// The scheme is another.
    #[error("the mail server address begins with `{0}://`; it must begin with smtp:// or smtps://")]
    Scheme(String),
    /// The host is missing.
    #[error("the mail server address has no host")]
    Host,
    /// There is a path, or a part after `#`.
    #[error("the mail server address has something after the host and port; only `?tls=` may stand there")]
    Rest,
    /// A parameter is unknown.
    #[error("the mail server address has the unknown parameter `{0}`; only `tls` is known")]
    Parameter(String),
    /// The value of `tls` is unknown.
    #[error("`tls={0}` is unknown; write required, opportunistic or none")]
    TlsValue(String),
    /// `tls` beside `smtps`.
    #[error("smtps:// is always protected; leave out `tls=`")]
    TlsTwice,
    /// A user without a password, or the reverse.
    #[error("the mail server address needs both a user and a password, or neither")]
    Credentials,
    /// User or password is not UTF-8 when decoded.
    #[error("the user or password in the mail server address is not valid text when percent-decoded")]
    Encoding,
    /// The password would cross the network readable.
    #[error("the password would be sent unprotected; use smtps:// or tls=required")]
    Unprotected,
}

impl FromStr for SmtpUrl {
    type Err = SmtpUrlError;

    fn from_str(text: &str) -> Result<Self, SmtpUrlError> {
        let url = Url::parse(text).map_err(SmtpUrlError::Syntax)?;
        let host = host(&url)?;
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(SmtpUrlError::Rest);
        }
        let asked = tls_parameter(&url)?;
        let tls = match (url.scheme(), asked) {
            ("smtps", None) => Tls::Wrapped,
            ("smtps", Some(_)) => return Err(SmtpUrlError::TlsTwice),
            ("smtp", Some(tls)) => tls,
            ("smtp", None) if is_this_machine(&host) => Tls::None,
            ("smtp", None) => Tls::Required,
            (other, _) => return Err(SmtpUrlError::Scheme(other.to_owned())),
        };
        let credentials = credentials(&url)?;
        if credentials.is_some() && matches!(tls, Tls::None | Tls::Opportunistic) && !is_this_machine(&host) {
            return Err(SmtpUrlError::Unprotected);
        }
        let port = url.port().unwrap_or(if tls == Tls::Wrapped { 465 } else { 587 });
        Ok(Self { host, port, tls, credentials })
    }
}

/// The host as a socket address takes it: an IPv6 address without brackets.
fn host(url: &Url) -> Result<String, SmtpUrlError> {
    if !matches!(url.scheme(), "smtp" | "smtps") {
        return Err(SmtpUrlError::Scheme(url.scheme().to_owned()));
    }
    match url.host() {
        Some(Host::Ipv6(address)) => Ok(address.to_string()),
        Some(host) if !host.to_string().is_empty() => Ok(host.to_string()),
        _ => Err(SmtpUrlError::Host),
    }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn tls_parameter(url: &Url) -> Result<Option<Tls>, SmtpUrlError> {
    let mut tls = None;
    for (name, value) in url.query_pairs() {
        if name != "tls" {
            return Err(SmtpUrlError::Parameter(name.into_owned()));
        }
        tls = Some(match value.as_ref() {
            "required" => Tls::Required,
            "opportunistic" => Tls::Opportunistic,
            "none" => Tls::None,
            other => return Err(SmtpUrlError::TlsValue(other.to_owned())),
        });
    }
    Ok(tls)
}

fn credentials(url: &Url) -> Result<Option<(String, String)>, SmtpUrlError> {
    let decode = |text: &str| {
        percent_decode_str(text).decode_utf8().map(std::borrow::Cow::into_owned).map_err(|_| SmtpUrlError::Encoding)
    };
    match (url.username(), url.password().unwrap_or_default()) {
        ("", "") => Ok(None),
        ("", _) | (_, "") => Err(SmtpUrlError::Credentials),
        (user, password) => Ok(Some((decode(user)?, decode(password)?))),
    }
}

impl fmt::Debug for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let credentials = self.credentials.as_ref().map(|_| "…");
        f.debug_struct("SmtpUrl")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("tls", &self.tls)
            .field("credentials", &credentials)
            .finish()
    }
}

impl fmt::Display for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.tls == Tls::Wrapped { "smtps" } else { "smtp" };
        write!(f, "{scheme}://{}:{}", self.host, self.port)
    }
}
