//! One story, two ways: with the API in this process, or over HTTP with mail, where a council acts through its links.

use persistence::Store;
use reqwest::Method;
use reqwest::header::SET_COOKIE;
use serde_json::{Value, json};

use crate::acts::Asked as _;
use crate::council::Browser;
use crate::house::House;
use crate::letters::{Arrived, compare};
use crate::works::Works;
use crate::world::World;

/// Advice of a body.
#[derive(Clone, Copy, Debug)]
pub struct Says<'a> {
    /// In one word, as the API writes it.
    pub verdict: &'a str,
    /// Its words.
    pub text: &'a str,
    /// What a minority thinks; empty for none.
    pub minority: &'a str,
}

/// What differs between the two ways.
#[expect(async_fn_in_trait, reason = "called by tests alone, which do not ask whether it is Send")]
pub trait Life: Works {
    /// Where everything is kept.
    fn store(&self) -> &Store;

    /// Whether the people of a council have no account, and everything comes by mail.
    fn has_mail(&self) -> bool;

    /// Days pass.
    async fn pass(&self, days: i64);

    /// A member of a body says to the others what they think.
    async fn opine(&self, who: &str, project: &str, consultation: u32, choice: &str, why: &str);

    /// A scanner opens everything that somebody's letter leads to, and presses every button; nothing comes of it.
    async fn scan(&self, who: &str);

    /// What the members of a body wrote to each other, as one of them or its coach reads it.
    async fn opinions(&self, who: &str, project: &str, consultation: u32) -> String;

    /// The chair of a body establishes what it says.
    async fn establish(&self, who: &str, project: &str, consultation: u32, says: Says<'_>);

    /// The coach enters what the body said on paper; the chair was there.
    async fn enter(&self, coach: &str, chair: &str, project: &str, consultation: u32, says: Says<'_>);

    /// A body that was told asks to be asked.
    async fn request(&self, who: &str, project: &str, body: &str, question: &str);

    /// A body that wrote on what has changed since says that its answer stands; or that what was entered for it is wrong.
    async fn contest(&self, who: &str, project: &str, record: u32, reason: &str);

    /// The letters since the last time are these: each with its reader and the start of its subject.
    async fn heard(&self, expected: &[(&str, &str)]);

    /// The letters since the last time; none where there is no mail.
    async fn mail(&self) -> Vec<Arrived>;

    /// The letters since the last time ask for reviews, of people of the parties that review, and nothing else came.
    async fn asked_to_review(&self);
}

impl Life for World {
    fn store(&self) -> &Store {
        &self.store
    }

    fn has_mail(&self) -> bool {
        false
    }

    async fn pass(&self, days: i64) {
        self.clock.advance_days(days);
        self.store.execute_due().await.expect("time passes");
    }

    async fn opine(&self, who: &str, project: &str, consultation: u32, choice: &str, why: &str) {
        let input = json!({ "consultation": consultation, "opinion": format!("{choice}: {why}") });
        self.act(who, "giveOpinion", "GiveOpinionInput", project, input).await;
    }

    async fn scan(&self, _: &str) {}

    async fn opinions(&self, who: &str, project: &str, consultation: u32) -> String {
        let query = "query($id: ID!, $n: Int!) { project(id: $id) { consultation(number: $n) { opinions { text } } } }";
        crate::acts::Acts::data(self, who, query, json!({ "id": project, "n": consultation })).await.to_string()
    }

    async fn establish(&self, who: &str, project: &str, consultation: u32, says: Says<'_>) {
        self.act(who, "establishAdvice", "EstablishAdviceInput", project, advice(consultation, says)).await;
    }

    async fn enter(&self, coach: &str, chair: &str, project: &str, consultation: u32, says: Says<'_>) {
        let chair = self.settled.who(chair).id().to_string();
        let mut input = advice(consultation, says);
        input["onBehalf"] =
            json!({ "personId": chair, "heldOn": self.today().to_string(), "presentIds": [chair], "minutes": "Op papier." });
        self.act(coach, "establishAdvice", "EstablishAdviceInput", project, input).await;
    }

    async fn request(&self, who: &str, project: &str, body: &str, question: &str) {
        let input = json!({ "body": body, "question": question });
        self.act(who, "requestConsultation", "RequestConsultationInput", project, input).await;
    }

    async fn contest(&self, who: &str, project: &str, record: u32, reason: &str) {
        let input = json!({ "record": record, "reason": reason });
        self.act(who, "contestRecord", "ContestRecordInput", project, input).await;
    }

    async fn heard(&self, _: &[(&str, &str)]) {}

    async fn mail(&self) -> Vec<Arrived> {
        Vec::new()
    }

    async fn asked_to_review(&self) {}
}

fn advice(consultation: u32, says: Says<'_>) -> Value {
    let minority = (!says.minority.is_empty()).then_some(says.minority);
    json!({ "consultation": consultation, "advice": { "verdict": says.verdict, "text": says.text, "minority": minority } })
}

impl Life for House {
    fn store(&self) -> &Store {
        &self.store
    }

    fn has_mail(&self) -> bool {
        true
    }

    async fn pass(&self, days: i64) {
        self.days(days).await;
    }

    async fn opine(&self, who: &str, _: &str, _: u32, choice: &str, why: &str) {
        let done = Browser::at(&self.link(who)).whole("/mening", &[&[("keuze", choice)], &[("waarom", why)]]).await;
        assert!(done.contains("Uw mening is bewaard"), "{done}");
        self.post().await;
    }

    async fn scan(&self, who: &str) {
        let browser = Browser::at(&self.link(who));
        for below in ["", "/mening", "/samen", "/advies", "/tijd", "/verzoek", "/stuk/0", "/klaar/advies", "/werkt"] {
            for method in [Method::HEAD, Method::GET] {
                let reply = browser.ask(method, below).await;
                assert!(!reply.status().is_server_error() && !reply.headers().contains_key(SET_COOKIE), "{below}");
            }
        }
        for below in ["/mening", "/advies", "/tijd"] {
            let shown = browser.ask(Method::GET, below).await.text().await.expect("a page");
            for pressed in [&[][..], &[("vastleggen", "ja"), ("sleutel", "x")]] {
                let reply = browser.fill(below, &shown, pressed).await;
                assert!(reply.status().is_client_error(), "{below}: {}", reply.status());
            }
        }
        self.post().await;
    }

    async fn opinions(&self, who: &str, _: &str, _: u32) -> String {
        Browser::at(&self.link(who)).page("/samen").await
    }

    async fn establish(&self, who: &str, _: &str, _: u32, says: Says<'_>) {
        let verdict = says.verdict.to_lowercase();
        let screens: [&[(&str, &str)]; 3] =
            [&[("oordeel", &verdict)], &[("tekst", says.text)], &[("minderheid", says.minority)]];
        let done = Browser::at(&self.link(who)).whole("/advies", &screens).await;
        assert!(done.contains("is vastgelegd"), "{done}");
        self.post().await;
    }

    async fn enter(&self, coach: &str, chair: &str, _: &str, _: u32, says: Says<'_>) {
        let (verdict, day) = (says.verdict.to_lowercase(), self.today().to_string());
        let chair = self.settled().who(chair).id().to_string();
        let screens: [&[(&str, &str)]; 8] = [
            &[("oordeel", &verdict)],
            &[("tekst", says.text)],
            &[("minderheid", says.minority)],
            &[("dag", &day)],
            &[("hoe", "papier")],
            &[("aanwezig", &chair)],
            &[("voor", ""), ("tegen", ""), ("onthouden", "")],
            &[("verslag", "Brief van de raad.")],
        ];
        let done = Browser::at(&self.link(coach)).whole("/advies", &screens).await;
        assert!(done.contains("Ingevuld door") || done.contains("is vastgelegd"), "{done}");
        self.post().await;
    }

    async fn request(&self, who: &str, _: &str, _: &str, question: &str) {
        let done = Browser::at(&self.link(who)).whole("/verzoek", &[&[("vraag", question)]]).await;
        assert!(done.contains("Het verzoek van de raad is vastgelegd"), "{done}");
        self.post().await;
    }

    async fn contest(&self, who: &str, _: &str, _: u32, reason: &str) {
        let done = Browser::at(&self.link(who)).whole("/klopt-niet", &[&[("reden", reason)]]).await;
        assert!(done.contains("U zei dat het antwoord niet klopte"), "{done}");
        self.post().await;
    }

    async fn heard(&self, expected: &[(&str, &str)]) {
        compare(&self.letters().await, expected);
    }

    async fn mail(&self) -> Vec<Arrived> {
        self.letters().await
    }

    async fn asked_to_review(&self) {
        let definition =
            self.store.definition(self.settled().organisation, self.settled().funnel).await.expect("the funnel");
        for letter in self.letters().await {
            assert!(letter.subject.starts_with("Wilt u '") && letter.subject.contains("beoordelen?"), "{letter:?}");
            let reason =
                letter.text.split("omdat u lid bent van:").nth(1).unwrap_or_else(|| panic!("no reason: {}", letter.text));
            let reason: String = reason.split_whitespace().collect::<Vec<_>>().join(" ");
            let named = definition.funnel.parties.iter().filter(|party| {
                reason.starts_with(&party.name.nl)
                    && self.settled().members(party.key.as_str()).contains(&letter.who.as_str())
            });
            assert!(named.count() > 0, "{} is asked as a member of {reason}", letter.who);
        }
    }
}
