//! Both letters, in both languages, as they go out.

use engine::{Outcome, Stage};
use notification::{Language, Letter, Notice, SUBJECT_LENGTH, Way, draft, plan, render};
use time::macros::date;

use crate::fixture::{Log, funnel, label, letterhead, phase, recipient, roster};

fn please_review() -> Notice {
    let mut log = Log::started();
    let submitted = log.submit(2, Stage::Final);
    plan(&funnel(), &log.project(), &roster(), &submitted).remove(0)
}

fn decision_taken(outcome: Outcome) -> Notice {
    let mut log = Log::started();
    log.submit(1, Stage::Final);
    let decided = log.decide(outcome);
    plan(&funnel(), &log.project(), &roster(), &decided).remove(0)
}

fn letter(notice: &Notice, language: Language) -> Letter {
    render(notice, &letterhead(), &recipient("Demo ICT (Ilse)", language)).unwrap()
}

/// Subject and text; for the review letter in Dutch also the HTML, which has the same words in one layout.
fn page(letter: &Letter) -> String {
    format!("Subject: {}\n\n{}", letter.subject, letter.text)
}

#[test]
fn the_letter_that_asks_for_a_review() {
    for language in Language::ALL {
        let letter = letter(&please_review(), language);
        insta::assert_snapshot!(format!("please_review_{}", language.tag()), page(&letter));
        insta::assert_snapshot!(format!("please_review_{}_html", language.tag()), letter.html);
    }
}

#[test]
fn the_letter_that_tells_a_decision() {
    let outcomes = [("stop", Outcome::Stop), ("rework", Outcome::Rework { to: phase("verkenning") }), ("go", Outcome::Go)];
    for language in Language::ALL {
        for (name, outcome) in outcomes.clone() {
            let letter = letter(&decision_taken(outcome), language);
            insta::assert_snapshot!(format!("decision_taken_{name}_{}", language.tag()), page(&letter));
            if name == "go" {
                insta::assert_snapshot!(format!("decision_taken_{name}_{}_html", language.tag()), letter.html);
            }
        }
    }
}

#[test]
fn text_and_html_say_the_same_and_show_the_whole_link() {
    let link = "https://trechter.demo.example/projecten/00000000-0000-0000-0000-000000000071";
    for language in Language::ALL {
        for notice in [please_review(), decision_taken(Outcome::Go)] {
            let letter = letter(&notice, language);
            assert!(letter.html.contains(&format!("<html lang=\"{}\">", language.tag())));
            assert!(letter.text.contains(link) && letter.html.matches(link).count() == 2, "button and visible link");
            assert_eq!(letter.html.matches("<a ").count(), 1, "one button");
            for line in letter.text.lines().filter(|line| line.split_whitespace().count() > 3) {
                let said = line.split(": ").last().unwrap_or(line).replace('\'', "&#x27;");
                assert!(letter.html.contains(&said), "not in the HTML: {line}");
            }
            for tracker in ["<img", "<link", "<script", "http://", "url("] {
                assert!(!letter.html.contains(tracker), "{tracker}");
            }
        }
    }
}

/// Every letter can go to somebody without an account: the button opens their own page, or there is none.
#[test]
fn who_has_no_account_gets_a_page_of_their_own_or_no_button() {
    let own = "/raad/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    let mut pages = String::new();
    for language in Language::ALL {
        for way in [Way::Page(own), Way::Nowhere] {
            for notice in [decision_taken(Outcome::Stop), decision_taken(Outcome::Go)] {
                let letter = draft(&notice, &letterhead(), language, "Beste Demo,", way).unwrap();
                let links = usize::from(way != Way::Nowhere);
                assert_eq!(letter.text.matches("http").count(), links, "{}", letter.text);
                assert_eq!(letter.html.matches("<a ").count(), links, "{}", letter.html);
                assert!(!letter.html.contains("/projecten/") && !letter.text.contains("/projecten/"));
                assert!(!letter.text.contains("bij uw taken") && !letter.text.contains("in your tasks"));
                pages.push_str(&page(&letter));
                pages.push_str("\n\n==========\n\n");
            }
        }
    }
    insta::assert_snapshot!("without_account", pages);
}

#[test]
fn a_date_in_another_year_says_so() {
    let mut notice = please_review();
    notice.on = date!(2026 - 01 - 02);
    let subject = letter(&notice, Language::Nl).subject;
    assert!(subject.ends_with("Graag uiterlijk vrijdag 28 november 2025"), "{subject}");
}

#[test]
fn a_long_title_is_cut_and_the_question_and_the_date_stay() {
    let mut head = letterhead();
    head.project = "Slaapcoach ".repeat(18);
    let mut notice = please_review();
    if let notification::Matter::PleaseReview { name, .. } = &mut notice.matter {
        *name = label(&"Risicoanalyse cliëntveiligheid ".repeat(4), "Risk analysis");
    }
    for language in Language::ALL {
        let subject = render(&notice, &head, &recipient("Demo", language)).unwrap().subject;
        assert!(subject.chars().count() <= SUBJECT_LENGTH, "{subject}");
        assert!(subject.ends_with("28 november") || subject.ends_with("28 November"), "{subject}");
        assert!(subject.contains("…'"), "{subject}");
    }
}

#[test]
fn what_people_typed_stays_text() {
    let mut head = letterhead();
    head.project = "<img src=x onerror=alert(1)>\r\nBcc: all@demo.example".to_owned();
    let letter = render(&please_review(), &head, &recipient("\"><script>", Language::Nl)).unwrap();
    assert!(!letter.html.contains("<img") && !letter.html.contains("<script"));
    assert!(!letter.subject.contains(['\r', '\n']));
    assert!(letter.html.contains("&lt;img src=x onerror=alert(1)&gt; Bcc: all@demo.example"));
}
