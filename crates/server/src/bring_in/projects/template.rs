//! The empty file for projects.

use engine::FactKind;

use super::columns::{Field, NAMES};
use super::look::{self, Known};
use crate::bring_in::headings::Field as _;
use crate::bring_in::template::{Form, Template};

/// The columns, and what each takes.
pub fn write(known: &Known, form: Form) -> Template {
    let width = |field: &Field| match field {
        Field::Summary | Field::Reason => 50,
        Field::Title | Field::Lead | Field::Owner | Field::Funnel => 28,
        _ => 16,
    };
    let fixed = NAMES.iter().map(|(field, names)| (form.heading(names).to_owned(), width(field)));
    let facts = known.facts().into_keys().map(|fact| (fact.to_string(), 16));
    let columns = fixed.chain(facts).collect();
    Template { sheet: form.say("template-projects"), columns, explained: explained(known, form) }
}

/// What each column takes, the phases of each funnel, and the questions with their answers.
fn explained(known: &Known, form: Form) -> Vec<(String, String)> {
    let means = |field: &Field| form.say(&format!("template-project-{}", field.word().to_lowercase()));
    let mut rows: Vec<_> = NAMES.iter().map(|(field, names)| (form.heading(names).to_owned(), means(field))).collect();
    for item in &known.funnels {
        let funnel = &item.definition.funnel;
        let phases: Vec<&str> = funnel.phases.iter().map(|phase| known.say(&phase.name)).collect();
        rows.push((format!("{} {}", form.say("template-phases"), known.say(&funnel.name)), phases.join(", ")));
    }
    for (fact, definition) in known.facts() {
        let takes = match &definition.kind {
            FactKind::Boolean => form.say("template-yes-or-no"),
            FactKind::Amount => form.say("template-whole-number"),
            FactKind::Levels(_) => {
                let asks = |item: &&persistence::FunnelItem| item.definition.funnel.fact(fact).is_some();
                let levels = known.funnels.iter().find(asks).map(|item| look::levels(item, definition)).unwrap_or_default();
                levels.iter().map(|(_, label)| known.say(label)).collect::<Vec<_>>().join(", ")
            }
        };
        let question = known.say(&definition.question);
        rows.push((fact.to_string(), format!("{question} {} {takes}.", form.say("template-may-be-empty"))));
    }
    rows
}
