//! A question as it is shown, with what was filled in.

use time::Date;

use super::acts::Act;
use super::form::{FILE, Filled, Input, Screen, VOTES, Wrong};
use super::pages::{Choice, Field, Question};
use super::visit::Visit;

impl Visit {
    /// A question with what was filled in.
    pub fn ask(&self, act: Act, at: usize, screens: &[Screen], filled: &Filled, wrong: Option<Wrong>) -> Option<Question> {
        let screen = screens.get(at)?;
        let back = at.checked_sub(1).and_then(|before| screens.get(before)).map(|before| before.id);
        let mut hidden = self.carried(filled, &screen.fields());
        hidden.push(("stap".to_owned(), screen.id.to_owned()));
        let progress = [("at", (at + 1).to_string().into()), ("all", screens.len().to_string().into())];
        Some(Question {
            frame: self.frame(screen.title.clone()),
            progress: (screens.len() > 1).then(|| self.say("council-progress", &progress)),
            wrong,
            action: self.path(act.word()),
            title: screen.title.clone(),
            intro: screen.intro.clone(),
            optional: screen.optional && !matches!(screen.input, Input::Many(_)),
            id: screen.id,
            field: self.field(screen, filled),
            hidden,
            back,
            act: act.word(),
        })
    }

    /// What travels along from one screen to the next.
    pub fn carried(&self, filled: &Filled, but: &[&str]) -> Vec<(String, String)> {
        let version = match filled.get("versie") {
            "" => self.story.version.to_string(),
            version => version.to_owned(),
        };
        let mut hidden = filled.answers_but(but);
        hidden.push(("token".to_owned(), self.token.as_str().to_owned()));
        hidden.push(("versie".to_owned(), version));
        hidden.push(("gezien".to_owned(), filled.passed().into_iter().collect::<Vec<_>>().join(",")));
        hidden
    }

    fn field(&self, screen: &Screen, filled: &Filled) -> Field {
        let choices = |options: &[(String, String)], chosen: &dyn Fn(&str) -> bool| {
            let choice = |(at, (value, label)): (usize, &(String, String))| Choice {
                at,
                value: value.clone(),
                label: label.clone(),
                chosen: chosen(value),
            };
            options.iter().enumerate().map(choice).collect()
        };
        let value = filled.get(screen.id).to_owned();
        let iso = |day: &Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        match &screen.input {
            Input::Choice(options) => Field::Choice(choices(options, &|option| option == value)),
            Input::Many(options) => {
                Field::Many(choices(options, &|option| filled.all(screen.id).any(|chosen| chosen == option)))
            }
            Input::Text { hint } => Field::Text { hint: hint.clone(), value },
            Input::Minutes { hint } => {
                let file = Some(filled.get(FILE[1]).to_owned()).filter(|_| !filled.get(FILE[0]).is_empty());
                Field::Minutes { hint: hint.clone(), value, file }
            }
            Input::Day { hint, first, last } => Field::Day { hint: hint.clone(), value, first: iso(first), last: iso(last) },
            Input::Votes { hint } => {
                let labels =
                    ["for", "against", "abstained"].map(|name| self.say(&format!("council-advice-votes-{name}"), &[]));
                let numbers = VOTES.into_iter().zip(labels);
                let numbers = numbers.map(|(name, label)| (name, label, filled.get(name).to_owned()));
                Field::Numbers(hint.clone(), numbers.collect())
            }
        }
    }
}
