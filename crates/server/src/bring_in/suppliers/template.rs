//! The empty file for suppliers.

use super::columns::{Field, NAMES};
use super::look::Known;
use crate::bring_in::headings::Field as _;
use crate::bring_in::template::{Form, Template};

/// The columns, what each takes, and the kinds of evidence that there are.
pub fn write(known: &Known, form: Form) -> Template {
    let width = |field: &Field| match field {
        Field::Description => 50,
        Field::Name | Field::Kind => 32,
        Field::Key | Field::Number | Field::Until => 20,
    };
    let columns = NAMES.iter().map(|(field, names)| (form.heading(names).to_owned(), width(field))).collect();
    let means = |field: &Field| form.say(&format!("template-supplier-{}", field.word().to_lowercase()));
    let mut explained: Vec<_> = NAMES.iter().map(|(field, names)| (form.heading(names).to_owned(), means(field))).collect();
    let kinds = known.choices();
    let kinds = if kinds.is_empty() { form.say("template-no-kinds") } else { kinds };
    explained.push((form.say("template-kinds"), kinds));
    Template { sheet: form.say("template-suppliers"), columns, explained }
}
