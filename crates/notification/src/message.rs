//! One letter as the bytes that go over the wire.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, SystemTime};

use engine::Timestamp;
use lettre::address::Address;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Body, Mailbox, Message, MultiPart, SinglePart};
use uuid::Uuid;

use crate::clean::{clean_header, clean_line};
use crate::render::{Letter, SUBJECT_LENGTH};

/// Characters of a name in a header.
const NAME_LENGTH: usize = 100;
/// Characters of a mail address (RFC 5321, 4.5.3.1.3, less the angle brackets).
const ADDRESS_LENGTH: usize = 254;
/// Characters of a Message-ID.
const MESSAGE_ID_LENGTH: usize = 250;

/// A name and an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correspondent {
    /// The name that mail programs show.
    pub name: String,
    /// The address, in ASCII.
    pub address: String,
}

/// One letter to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// From whom: the organisation's name and the configured address.
    pub from: Correspondent,
    /// To whom; never more than one.
    pub to: Correspondent,
    /// The delivery's own, the same at every try; see [`message_id`].
    pub message_id: String,
    /// The date of the letter; the same at every try.
    pub at: Timestamp,
    /// What it says.
    pub letter: Letter,
}

/// The Message-ID of a delivery, in the domain of the sender's address.
#[must_use]
pub fn message_id(delivery: Uuid, sender_address: &str) -> String {
    let domain = sender_address.rsplit('@').next().unwrap_or_default();
    format!("<{delivery}@{domain}>")
}

/// A message, ready to be sent.
pub(crate) struct Prepared {
    pub from: Address,
    pub to: Address,
    pub bytes: Vec<u8>,
}

/// Why a message cannot be made; no further try would help.
pub(crate) type Unwritable = String;

/// Writes the message. The builder of the mail library panics on some input; a panic here is one
/// letter that cannot be written, not the end of the worker.
pub(crate) fn prepare(envelope: &Envelope) -> Result<Prepared, Unwritable> {
    catch_unwind(AssertUnwindSafe(|| write(envelope))).unwrap_or_else(|_| Err("the message could not be written".to_owned()))
}

fn write(envelope: &Envelope) -> Result<Prepared, Unwritable> {
    let from = address(&envelope.from.address).ok_or("the sender's address is not a mail address")?;
    let to = address(&envelope.to.address).ok_or("the recipient's address is not a mail address")?;
    let id = checked_message_id(&envelope.message_id).ok_or("the Message-ID is not one")?;
    let message = Message::builder()
        .from(Mailbox::new(name(&envelope.from.name), from.clone()))
        .to(Mailbox::new(name(&envelope.to.name), to.clone()))
        .subject(clean_header(&envelope.letter.subject, SUBJECT_LENGTH))
        .date(date(envelope.at))
        .message_id(Some(id))
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .multipart(
            MultiPart::alternative()
                // No encoded body holds `=_`, so no text can end its part; and each try gives the same bytes.
                .boundary("=_trechter_letter")
                .singlepart(part(ContentType::TEXT_PLAIN, &envelope.letter.text)?)
                .singlepart(part(ContentType::TEXT_HTML, &envelope.letter.html)?),
        )
        .map_err(|error| error.to_string())?;
    Ok(Prepared { from, to, bytes: message.formatted() })
}

fn part(kind: ContentType, text: &str) -> Result<SinglePart, Unwritable> {
    let body = Body::new_with_encoding(text.to_owned(), ContentTransferEncoding::QuotedPrintable)
        .map_err(|_| "the body cannot be encoded".to_owned())?;
    Ok(SinglePart::builder().header(kind).body(body))
}

fn name(text: &str) -> Option<String> {
    Some(clean_header(text, NAME_LENGTH)).filter(|name| !name.is_empty())
}

fn date(at: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_micros(u64::try_from(at.0).unwrap_or(0))
}

/// A plain ASCII address without quoting or comments: what mail servers agree on.
fn address(text: &str) -> Option<Address> {
    let text = clean_line(text);
    let plain = |b: u8| b.is_ascii_graphic() && !b"<>()[]\\,;:\"".contains(&b);
    let well_formed = text.len() <= ADDRESS_LENGTH && text.bytes().all(plain) && text.matches('@').count() == 1;
    if well_formed { text.parse().ok() } else { None }
}

fn checked_message_id(id: &str) -> Option<String> {
    let inner = id.strip_prefix('<')?.strip_suffix('>')?;
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._+@".contains(&b);
    let well_formed = id.len() <= MESSAGE_ID_LENGTH && inner.bytes().all(plain) && inner.matches('@').count() == 1;
    well_formed.then(|| id.to_owned())
}
