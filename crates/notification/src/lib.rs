//! Events become notices, notices become e-mail.
//!
//! ```text
//! plan(&Funnel, &Project, &Roster, &Recorded)   -> Vec<Notice>            pure: who should know
//! plan_gate(…, &Recorded, &[Task])               -> Vec<Notice>            the same for what waits at the open gate
//! plan_ready(…, &Recorded, &[Task])              -> Vec<Notice>            the same for the decision that can be taken
//! plan_replaced(…, &Recorded, &[Recorded])       -> Option<Notice>         the same for an answer that another took the place of
//! plan_organisation(&Organisation, &Roster, …)  -> Vec<Notice>            the same for what happens in the organisation
//! render(&Notice, &Letterhead, &Recipient)      -> Letter                 pure: subject, text, HTML
//! draft(&Notice, &Letterhead, Language, &str, Way) -> Letter              the same, for all who get it in these words
//! Mailer::send(&Envelope)                       -> Result<(), SendError>  the only IO
//! after(Attempts, &Result<(), SendError>)       -> Next                   pure: sent, again, or failed
//! ```
//!
//! The worker plans against the *current* project, stores notices and deliveries, sends, and stores what [`after`] says.
//! Exactly-once is impossible between the mail server's answer and our commit, so a delivery keeps its Message-ID for
//! ever: none is lost, and a duplicate looks like one.

mod clean;
mod council;
mod gate;
mod mailer;
mod message;
mod news;
mod notice;
mod plan;
mod render;
mod replaced;
mod retry;
mod smtp_url;
pub mod texts;

pub use clean::clean_line;
pub use council::{BodyNews, ToBody};
pub use gate::{completes, moves_gate, plan_gate, plan_ready, ready_round};
pub use mailer::{Mailer, MailerError, Reason, SEND_TIMEOUT, SendError, Step};
pub use message::{Correspondent, Envelope, message_id};
pub use news::{News, NewsKind, plan_organisation};
pub use notice::{Matter, Notice, NoticeKind, Recipient, Roster};
pub use plan::{concerns, plan};
pub use render::{Greeting, Letter, Letterhead, RenderError, SUBJECT_LENGTH, Way, draft, greeting, render, render_at};
pub use replaced::{may_replace, plan_replaced};
pub use retry::{Attempts, Failure, Next, TRIES, after};
pub use smtp_url::{SmtpUrl, SmtpUrlError, Tls};
pub use texts::Language;
