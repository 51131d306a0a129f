//! The pages of a body that is consulted: `/raad/<token>`, by personal link, without an account.
//!
//! ```text
//! GET  /raad/{token}               the start: what is asked, the summary, three steps, what became of the answer
//! GET  /raad/{token}/{word}        a question (mening, advies, tijd, …), the opinions (samen), whether the link works (werkt)
//! POST /raad/{token}/{word}        the next question, the check page, or the act itself; a new link (nieuw)
//! GET  /raad/{token}/stuk/{at}     a document as it was shown; /bestand/{id} one of its files
//! GET  /raad/{token}/klaar/{word}  after an act
//! ```
//!
//! The minutes of a meeting can come as a file (`upload`): a form with a file is sent as multipart, and the file that came in
//! travels along by its id.
//!
//! Plain HTML that works without script. A GET changes nothing and sets no cookie, so a mail scanner can open everything;
//! an act takes an answer that somebody chose or typed, and the token in the body too. Every act ends in
//! [`persistence::Store::execute`] as the person whose link it is.

mod acts;
mod asked;
mod assets;
mod content;
mod documents;
mod form;
mod pages;
mod renew;
mod routes;
mod start;
mod story;
mod told;
mod upload;
mod visit;

pub use assets::{script, style};
pub use documents::{document, file};
pub use renew::{RENEWALS, new_link};
pub use routes::{done, home, send, show};
pub use upload::BODY;
