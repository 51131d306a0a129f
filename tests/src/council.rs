//! What a member of a body does at the page behind the link in their mail, without script: reads, fills in one screen after
//! another, checks, and records.

use reqwest::header::{LOCATION, ORIGIN};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response, StatusCode};

/// Redirects are followed by hand, so that a test sees them.
fn client() -> Client {
    Client::builder().no_proxy().redirect(Policy::none()).build().expect("a client")
}

/// What a browser would send of a page: its hidden fields.
#[must_use]
pub fn hidden(page: &str) -> Vec<(String, String)> {
    let read = |input: &str| {
        let (name, rest) = input.split_once("\" value=\"").expect("a value");
        let mut value = rest.split('"').next().unwrap_or_default().to_owned();
        for (escaped, plain) in [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")] {
            value = value.replace(escaped, plain);
        }
        (name.to_owned(), value)
    };
    page.split("<input type=\"hidden\" name=\"").skip(1).map(read).collect()
}

/// A browser without script at somebody's personal link.
#[derive(Clone, Debug)]
pub struct Browser {
    client: Client,
    link: String,
}

impl Browser {
    /// Nothing is opened yet. `link` is the whole address in the mail.
    #[must_use]
    pub fn at(link: &str) -> Self {
        Self { client: client(), link: link.to_owned() }
    }

    /// The secret in the link.
    #[must_use]
    pub fn token(&self) -> &str {
        self.link.rsplit('/').next().unwrap_or_default()
    }

    /// Asks for a page below the link, such as `/advies`; empty for the start.
    pub async fn ask(&self, method: Method, below: &str) -> Response {
        self.client.request(method, format!("{}{below}", self.link)).send().await.expect("an answer")
    }

    /// A page that is there.
    pub async fn page(&self, below: &str) -> String {
        let reply = self.ask(Method::GET, below).await;
        let (status, text) = (reply.status(), reply.text().await.expect("a page"));
        assert_eq!(status, StatusCode::OK, "{below}: {text}");
        text
    }

    /// Sends the form of a page that is shown.
    pub async fn fill(&self, below: &str, shown: &str, filled: &[(&str, &str)]) -> Response {
        let hidden = hidden(shown);
        let pairs = hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(filled.iter().copied());
        let body: Vec<String> = pairs.map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
        let request = self.client.post(format!("{}{below}", self.link));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        // As browsers do from a page without referrer.
        request.header(ORIGIN, "null").body(body.join("&")).send().await.expect("an answer")
    }

    /// Walks through the screens of an act up to its check page.
    pub async fn until_check(&self, below: &str, screens: &[&[(&str, &str)]]) -> String {
        let mut shown = self.page(below).await;
        for filled in screens {
            let reply = self.fill(below, &shown, filled).await;
            let (status, text) = (reply.status(), reply.text().await.expect("a page"));
            assert_eq!(status, StatusCode::OK, "{below} {filled:?}: {text}");
            shown = text;
        }
        assert!(shown.contains("name=\"vastleggen\""), "no check page: {shown}");
        shown
    }

    /// The whole act; gives the page after it.
    pub async fn whole(&self, below: &str, screens: &[&[(&str, &str)]]) -> String {
        let check = self.until_check(below, screens).await;
        let reply = self.fill(below, &check, &[("vastleggen", "ja")]).await;
        let (status, headers) = (reply.status(), reply.headers().clone());
        assert_eq!(status, StatusCode::SEE_OTHER, "{below}: {}", reply.text().await.expect("a page"));
        let path = headers.get(LOCATION).and_then(|value| value.to_str().ok()).expect("where to");
        let (_, after) = path.split_once(self.token()).expect("the same link");
        self.page(after).await
    }
}

fn escaped(text: &str) -> String {
    let byte = |b: u8| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") };
    text.bytes().map(byte).collect()
}
