//! One project while its story is told: what is there to see, and sending requests as a screen would.

use anyhow::Context as _;
use engine::{Actor, ArtefactKey, Command, Context, FileRef, PersonId, ProjectId, Seen};
use futures::stream;
use persistence::{Acted, Error, IdempotencyKey, Limit, NewFile, Principal, ProjectView, Request, Store, Text};
use time::{Date, Duration};

use super::texts::in_words;
use super::{Cast, PastClock};
use crate::demo::story::Tale;
use crate::demo::texts::Texts;

/// One project of the story on one simulated day.
pub(super) struct Scene<'a> {
    pub store: &'a Store,
    pub clock: &'a PastClock,
    pub cast: &'a Cast,
    pub tale: &'a Tale,
    pub texts: &'a Texts,
    pub project: ProjectId,
}

impl Scene<'_> {
    pub fn today(&self) -> Date {
        self.store.now().today
    }

    pub fn after(&self, days: u16) -> Date {
        self.today().saturating_add(Duration::days(i64::from(days)))
    }

    pub fn before(&self, days: u16) -> Date {
        self.today().saturating_sub(Duration::days(i64::from(days)))
    }

    /// The project as it is now, with all of it.
    pub async fn view(&self) -> anyhow::Result<ProjectView> {
        Ok(self.store.project(&Principal::system(self.cast.organisation), self.project).await?)
    }

    /// Looks at the project as the engine does.
    pub fn look<T>(&self, view: &ProjectView, look: impl FnOnce(&Context<'_>) -> T) -> T {
        look(&Context {
            actor: &Actor::System,
            now: self.store.now(),
            parties: &view.roster.members,
            organisation: &view.roster.organisation,
            on_behalf_of: None,
            calendar: self.store.calendar(),
            migrate_to: None,
            submission: None,
        })
    }

    /// What somebody sees who looks at the whole project.
    fn seen(&self, view: &ProjectView, command: &Command<Text>) -> Seen {
        let inner = match command {
            Command::OnBehalf { command, .. } => command,
            command => command,
        };
        let readiness = matches!(inner, Command::DecideGate { .. })
            .then(|| self.look(view, |context| engine::readiness(&view.definition.funnel, &view.state, context)))
            .flatten();
        Seen {
            round: view.state.round.as_ref().map(|round| round.number),
            revisions: view.state.artefacts.iter().map(|(key, artefact)| (key.clone(), artefact.current.hash)).collect(),
            readiness: readiness.map(|readiness| readiness.digest()),
        }
    }

    /// Sends a request; under the same key it happens once.
    pub async fn send(
        &self,
        view: &ProjectView,
        who: PersonId,
        key: IdempotencyKey,
        command: Command<Text>,
    ) -> Result<Acted, Error> {
        let principal = self.cast.principal(who).ok_or(Error::NotFound)?;
        let request = Request { key, seen: self.seen(view, &command), command };
        self.store.execute_and_show(principal, self.project, request).await
    }

    /// A person of the story.
    pub fn person(&self, key: &str) -> anyhow::Result<PersonId> {
        self.cast.person(key)
    }

    /// The next version of a document as somebody submits it, with a file where one is needed.
    pub async fn revision(
        &self,
        view: &ProjectView,
        who: PersonId,
        artefact: &ArtefactKey,
        stage: engine::Stage,
        own: &serde_json::Map<String, serde_json::Value>,
    ) -> anyhow::Result<Command<Text>> {
        let kind = view.definition.funnel.artefact(artefact).with_context(|| format!("no document {artefact}"))?;
        let later = view.state.artefacts.contains_key(artefact);
        let answers = kind.has_form.then(|| self.texts.answers(self.tale, artefact, later, own, self.today()));
        let answers = answers
            .map(|answers| Text::parse(&serde_json::to_string(&answers)?, Limit::Answers).map_err(anyhow::Error::from));
        let mut files = Vec::new();
        if kind.files.as_ref().is_some_and(|policy| policy.required) {
            files.push(self.file(who, artefact, &kind.name.nl).await?);
        }
        Ok(Command::SubmitRevision { artefact: artefact.clone(), stage, answers: answers.transpose()?, files })
    }

    /// A page that says what it is.
    async fn file(&self, who: PersonId, artefact: &ArtefactKey, name: &str) -> anyhow::Result<FileRef> {
        let words = format!("Demo: {name} voor {}, {}.", self.tale.title, in_words(self.today()));
        let bytes = bytes::Bytes::from(page(&words));
        let staged = self.store.stage(stream::iter([Ok::<_, std::io::Error>(bytes)])).await?;
        let file = NewFile {
            project: self.project,
            artefact: artefact.clone(),
            name: Text::parse(&format!("{artefact}.pdf"), Limit::Title)?,
            media_type: "application/pdf".to_owned(),
        };
        let principal = self.cast.principal(who).context("nobody")?;
        let row = self.store.keep_file(principal, file, staged).await?;
        Ok(FileRef { id: row.id, hash: row.hash, media_type: row.media_type })
    }
}

/// A PDF of one line (ISO 32000-1, its smallest form); accents are left out, since its font has none here.
fn page(words: &str) -> String {
    let plain: String = words.chars().filter(|c| c.is_ascii() && !matches!(c, '(' | ')' | '\\')).collect();
    let stream = format!("BT /F1 14 Tf 60 760 Td ({plain}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let (head, mut parts, mut places) = ("%PDF-1.4\n", Vec::new(), Vec::new());
    let mut at = head.len();
    for (number, object) in (1..).zip(&objects) {
        let part = format!("{number} 0 obj\n{object}\nendobj\n");
        places.push(format!("{at:010} 00000 n \n"));
        at += part.len();
        parts.push(part);
    }
    let (body, table, count) = (parts.concat(), places.concat(), objects.len() + 1);
    let end = format!("trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n");
    format!("{head}{body}xref\n0 {count}\n0000000000 65535 f \n{table}{end}")
}
