//! Reading the mail of a journey: who got what, and that every letter leads its reader somewhere they may go.

use std::sync::PoisonError;

use reqwest::StatusCode;
use serde_json::json;

use crate::acts::{Acts as _, Asked as _};
use crate::council::Browser;
use crate::house::House;
use crate::smtp::Mail;

/// Letters that come on the way to whoever has something to answer or decide; kept apart from what a step of a story tells.
const ON_THE_WAY: [&str; 4] =
    [INVOLVED, "Wilt u antwoord geven bij '", "Blijft u bij uw antwoord? '", "Wilt u besluiten over '"];
const INVOLVED: &str = "U doet mee aan '";

/// A letter that arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// To whom.
    pub who: String,
    /// Its subject.
    pub subject: String,
    /// What it says.
    pub text: String,
}

impl House {
    /// The letters that came since the last time, each looked at whether it leads its reader where they may go. Those that
    /// ask somebody for an answer or a decision on the way are looked at too, and kept for [`House::asked`].
    pub async fn letters(&self) -> Vec<Arrived> {
        self.post().await;
        let all = self.smtp.mails();
        let fresh: Vec<Mail> = {
            let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
            let fresh = all[*read..].to_vec();
            *read = all.len();
            fresh
        };
        let mut arrived = Vec::new();
        for mail in &fresh {
            let letter = self.looked_at(mail).await;
            if ON_THE_WAY.iter().any(|start| letter.subject.starts_with(start)) {
                self.concerns(&letter).await;
                self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(letter);
            } else {
                arrived.push(letter);
            }
        }
        arrived
    }

    /// How many letters on the way began so.
    #[must_use]
    pub fn asked(&self, start: &str) -> usize {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.iter().filter(|letter| letter.subject.starts_with(start)).count()
    }

    /// Whether what a letter asks is for its reader's parties: to take part, to answer on that document, to decide.
    async fn concerns(&self, letter: &Arrived) {
        let definition =
            self.store.definition(self.settled().organisation, self.settled().funnel).await.expect("the funnel");
        let funnel = &definition.funnel;
        let belongs = |party: &engine::PartyKey| self.settled().members(party.as_str()).contains(&letter.who.as_str());
        let gates = || funnel.phases.iter().filter_map(|phase| phase.gate.as_ref());
        let fits = if letter.subject.starts_with(INVOLVED) {
            funnel.phases[0].involves.iter().any(belongs)
        } else if letter.subject.starts_with("Wilt u besluiten") {
            gates().any(|gate| belongs(&gate.decided_by))
        } else {
            let about = |kind: &&engine::ArtefactKind| letter.subject.contains(&format!("'{}'", kind.name.nl));
            let document = funnel.artefacts.iter().find(about).unwrap_or_else(|| panic!("no document: {letter:?}"));
            let rests = |criterion: &&engine::Criterion| {
                let mut evidence = criterion.asked_at.iter().flat_map(|asking| &asking.rests_on);
                evidence.any(|rests_on| rests_on.artefact == document.key)
            };
            funnel.criteria.iter().filter(rests).flat_map(|criterion| &criterion.parties).any(belongs)
        };
        assert!(fits, "not for {}: {}", letter.who, letter.subject);
    }

    /// One letter: to one of the people alone, with one place to go to, which is there for them; or with none, where nothing is.
    async fn looked_at(&self, mail: &Mail) -> Arrived {
        let [address] = mail.to.as_slice() else { panic!("to {:?}", mail.to) };
        let who = self.settled().whose(address).unwrap_or_else(|| panic!("nobody has {address}"));
        let (subject, text, html) = (mail.subject(), mail.text(), mail.html());
        assert!(!subject.is_empty() && !subject.contains(['{', '}']), "{subject}");
        let mut to = Vec::new();
        for body in [&text, &html] {
            let links = body.match_indices("http").map(|(at, _)| &body[at..]);
            let whole = |link: &str| {
                link.split(|c: char| c.is_whitespace() || "\"<>".contains(c)).next().unwrap_or_default().to_owned()
            };
            to.extend(links.map(whole));
        }
        to.sort();
        to.dedup();
        if to.is_empty() {
            // Who has no account, and never got a link, has nowhere to go: the letter says it all.
            assert!(self.settled().who(who).account.is_none(), "{subject}: leads {who} nowhere");
            assert!(text.contains("Vraag het aan uw coach"), "{subject}: whom to ask? {text}");
            return Arrived { who: who.to_owned(), subject, text };
        }
        let [link] = to.as_slice() else { panic!("{subject}: leads to {to:?}") };
        let path = link.strip_prefix(&self.url).unwrap_or_else(|| panic!("{subject}: leads elsewhere, to {link}"));
        self.may_go(who, &subject, link, path).await;
        Arrived { who: who.to_owned(), subject, text }
    }

    /// Whether the reader of a letter may read what it leads to.
    async fn may_go(&self, who: &str, subject: &str, link: &str, path: &str) {
        let page = path.split('#').next().unwrap_or_default();
        let parts: Vec<&str> = page.trim_start_matches('/').split('/').collect();
        if let ["raad", _] = parts[..] {
            let page = Browser::at(link).page("").await;
            assert!(page.contains(&format!("Deze bladzijde is van Test {who}.")), "{subject} for {who}: {page}");
            return;
        }
        assert!(self.settled().who(who).account.is_some(), "{who} has no account, and `{subject}` leads to {path}");
        let document = "query($id: ID!, $key: String!, $n: Int!) { project(id: $id) { id artefact(key: $key) { id } \
                        consultation(number: $n) { number } } }";
        let (project, key, number) = match parts[..] {
            // What waits for somebody, and what is the organisation's, is open to all of its people.
            ["taken" | "organisatie"] | ["organisatie", "advies", _] => {
                assert_eq!(self.get(who, page).await.status(), StatusCode::OK, "{path}");
                return;
            }
            ["projecten", project] | ["projecten", project, "gebruik"] => (project, "", 0),
            ["projecten", project, "documenten", key] => (project, key, 0),
            ["projecten", project, "advies", number] => (project, "", number.parse().expect("a number")),
            _ => panic!("{subject} leads to {path}"),
        };
        let variables = json!({ "id": project, "key": if key.is_empty() { "idee" } else { key }, "n": number });
        let seen = self.data(who, document, variables).await["project"].take();
        assert_eq!(seen["id"], project, "{who} may not open what `{subject}` leads to");
        assert!(key.is_empty() || seen["artefact"].is_object(), "{who} may not open {path}");
        assert!(number == 0 || seen["consultation"].is_object(), "{who} may not open {path}");
        assert_eq!(self.get(who, path).await.status(), StatusCode::OK, "{path}");
    }
}

/// Compares letters with what was expected: each with its reader and the start of its subject, in any order, none more.
pub fn compare(arrived: &[Arrived], expected: &[(&str, &str)]) {
    let mut missing = expected.to_vec();
    let mut extra = Vec::new();
    for letter in arrived {
        let fits = |(who, start): &(&str, &str)| letter.who == *who && letter.subject.starts_with(start);
        match missing.iter().position(fits) {
            Some(at) => drop(missing.remove(at)),
            None => extra.push((letter.who.as_str(), letter.subject.as_str())),
        }
    }
    assert!(missing.is_empty() && extra.is_empty(), "missing {missing:#?}\nnot expected {extra:#?}");
}
