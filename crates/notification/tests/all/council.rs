//! The letters to the people of a body that is consulted.

use engine::{ProjectId, Right};
use notification::{BodyNews, Language, Matter, Notice, SUBJECT_LENGTH, ToBody, render_at};
use time::macros::date;

use crate::fixture::{ICT, TODAY, label, letterhead, recipient};

const PATH: &str = "/raad/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

fn notice(news: BodyNews, right: Right, coached: bool) -> Notice {
    let until = Some(date!(2025 - 12 - 12));
    let body = label("Cliëntenraad", "Client council");
    let matter = Matter::ToBody(ToBody { consultation: 1, news, body, right, until, coached });
    Notice { project: ProjectId(uuid::Uuid::nil()), sequence: 7, on: TODAY, to: ICT, matter }
}

#[test]
fn each_letter_says_what_is_asked_by_when_and_has_one_link() {
    for language in Language::ALL {
        let mut letters = Vec::new();
        for news in BodyNews::ALL {
            for right in [Right::Advice, Right::Consent] {
                let notice = notice(news, right, right == Right::Advice);
                let letter = render_at(&notice, &letterhead(), &recipient("Ria Demo", language), PATH).unwrap();
                let link = format!("https://trechter.demo.example{PATH}");
                assert!(letter.text.contains(&link) && letter.html.matches(&link).count() == 2, "{}", letter.text);
                assert_eq!(letter.html.matches("<a ").count(), 1, "one button");
                assert!(letter.subject.chars().count() <= SUBJECT_LENGTH && !letter.subject.contains("none"));
                assert!(!letter.text.contains('{') && !letter.text.contains("council-"), "{}", letter.text);
                assert!(letter.text.contains("030 000 00 00"), "somebody to call");
                if right == Right::Advice || news == BodyNews::Asked {
                    letters.push(format!("Subject: {}\n\n{}", letter.subject, letter.text));
                }
            }
        }
        insta::assert_snapshot!(format!("council_{}", language.tag()), letters.join("\n\n==========\n\n"));
    }
}

#[test]
fn a_letter_that_is_stored_is_read_back() {
    for news in BodyNews::ALL {
        let notice = notice(news, Right::Consent, true);
        let stored = serde_json::to_string(&notice).unwrap();
        assert_eq!(serde_json::from_str::<Notice>(&stored).unwrap(), notice);
        assert!(notice.kind().as_str().starts_with("council_"));
    }
}
