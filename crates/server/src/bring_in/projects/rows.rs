//! What each row would bring in.

use std::collections::{BTreeMap, HashMap};

use engine::{BringIn, FactValue, FunnelVersionId, Hash, Rejection, StartProject};
use notification::Language;
use notification::texts;
use persistence::{Error, FunnelItem, IdempotencyKey, Limit, PersonView, Principal, Store, Text};
use serde_json::{Value, json};
use table::{Cell, Table};
use time::Date;

use super::columns::{self, Field};
use super::look::{self, Known};
use super::values;
use crate::bring_in::cells::{self, Reading};
use crate::bring_in::headings::Header;
use crate::bring_in::said::{self, Said};
use crate::bring_in::shown;

/// What a row says, as far as it can be read.
struct Draft<'k> {
    row: u32,
    problems: Vec<Said>,
    warnings: Vec<Said>,
    title: Option<Text>,
    summary: Option<Text>,
    reason: Option<Text>,
    funnel: Option<&'k FunnelItem>,
    phase: Option<&'k engine::Phase>,
    lead: Option<&'k PersonView>,
    owner: Option<&'k PersonView>,
    due: Option<Date>,
    facts: BTreeMap<engine::FactKey, FactValue>,
}

/// Reads one row with what is known.
struct Reader<'a, 'k> {
    cells: Reading<'a, Field>,
    known: &'k Known,
}

impl<'k> Reader<'_, 'k> {
    fn funnel(&mut self) -> Option<&'k FunnelItem> {
        let known = self.known;
        let only = if let [only] = known.funnels.as_slice() { Some(only) } else { None };
        let written = self.cells.take(&Field::Funnel, only.is_none(), |cell| {
            let Some(words) = said::words(cell)? else { return Ok(None) };
            let names: Vec<&str> = known.funnels.iter().map(|item| known.say(&item.definition.funnel.name)).collect();
            let unknown = || Said::whole("unknown_funnel", &[("choices", names.join(", ").into())]);
            known.funnel(&words).map(Some).ok_or_else(unknown)
        });
        // A funnel that is not known is no reason to take the only one.
        written.or(only.filter(|_| self.cells.is_empty(&Field::Funnel)))
    }

    fn phase(&mut self, funnel: Option<&'k FunnelItem>) -> Option<&'k engine::Phase> {
        let known = self.known;
        self.cells.take(&Field::Phase, true, |cell| {
            let Some(words) = said::words(cell)? else { return Ok(None) };
            // Which phases there are depends on the funnel; without one that is what has to be mended first.
            let Some(funnel) = funnel else { return Err(Said::whole("missing", &[])) };
            let definition = &funnel.definition.funnel;
            let names: Vec<&str> = definition.phases.iter().map(|phase| known.say(&phase.name)).collect();
            let arguments = [("funnel", known.say(&definition.name).into()), ("choices", names.join(", ").into())];
            look::phase(funnel, &words).map(Some).ok_or_else(|| Said::whole("unknown_phase", &arguments))
        })
    }

    fn draft(mut self, columns: &Header<Field>) -> Draft<'k> {
        let known = self.known;
        let text = |limit: Limit| move |cell: &Cell| cells::text(cell, limit);
        let title = self.cells.take(&Field::Title, true, text(Limit::Title));
        let summary = self.cells.take(&Field::Summary, true, text(Limit::Summary));
        let funnel = self.funnel();
        let phase = if funnel.is_some() { self.phase(funnel) } else { None };
        let lead = self.cells.take(&Field::Lead, true, |cell| values::person(cell, known));
        let reason = self.cells.take(&Field::Reason, true, text(Limit::Note));
        let owner = self.cells.take(&Field::Owner, true, |cell| values::person(cell, known));
        let due = self.cells.take(&Field::Due, true, |cell| values::day_ahead(cell, known));
        let mut facts = BTreeMap::new();
        for (fact, funnel) in columns::facts(columns).filter_map(|fact| Some((fact, funnel?))) {
            let read = |cell: &Cell| values::fact(cell, known, funnel, fact);
            if let Some(value) = self.cells.take(&Field::Fact(fact.clone()), false, read) {
                facts.insert(fact.clone(), value);
            }
        }
        let (row, problems) = (self.cells.row.number, self.cells.problems());
        Draft { row, problems, warnings: Vec::new(), title, summary, reason, funnel, phase, lead, owner, due, facts }
    }
}

impl Draft<'_> {
    /// The command that the mutation would send; none while something is wrong.
    fn command(&self) -> Option<StartProject<Text>> {
        if !self.problems.is_empty() {
            return None;
        }
        Some(StartProject {
            title: self.title.clone()?,
            summary: self.summary.clone()?,
            lead: self.lead?.id,
            funnel: self.funnel?.id,
            bring_in: Some(BringIn {
                phase: self.phase?.key.clone(),
                reason: self.reason.clone()?,
                facts: self.facts.clone(),
                owner: self.owner?.id,
                due: self.due?,
            }),
        })
    }

    /// Takes in what the store would say.
    fn refuse(&mut self, error: Error) -> Result<(), Error> {
        let (rejection, funnel) = match (error, self.funnel) {
            (Error::Rejected(rejection), Some(funnel)) => (rejection, funnel),
            (other, _) => return Err(other),
        };
        let words = |rejection: &Rejection, language: Language| {
            texts::rejection(&funnel.definition.funnel, rejection, language).message
        };
        let said = Said::in_words("refused", words(&rejection, Language::Nl), words(&rejection, Language::En));
        self.problems.push(said);
        Ok(())
    }

    fn title(&self) -> &str {
        self.title.as_ref().map_or("", Text::as_str)
    }

    /// As the API tells it.
    fn view(&self, known: &Known, key: &IdempotencyKey, project: Option<&Value>) -> Value {
        let shown = json!({
            "funnel": self.funnel.map(|item| known.say(&item.definition.funnel.name)),
            "version": self.funnel.map(|item| item.definition.version),
            "phase": self.phase.map(|phase| known.say(&phase.name)),
            "lead": self.lead.map(|person| &person.name),
            "owner": self.owner.map(|person| &person.name),
            "due": self.due.map(|day| day.to_string()),
            "facts": self.answers(known),
        });
        json!({
            "row": self.row,
            "key": key.as_str(),
            "title": self.title(),
            "shown": shown,
            "problems": shown::views(&self.problems),
            "warnings": shown::views(&self.warnings),
            "project": project,
            "input": self.command().map(|command| input(&command)),
        })
    }

    /// The questions that are answered, in words.
    fn answers(&self, known: &Known) -> Value {
        let Some(funnel) = self.funnel else { return json!([]) };
        let view = |(fact, value): (&engine::FactKey, &FactValue)| {
            let definition = funnel.definition.funnel.fact(fact)?;
            let answer = match (value, known.language) {
                (FactValue::Boolean(true), Language::Nl) => "ja".to_owned(),
                (FactValue::Boolean(true), Language::En) => "yes".to_owned(),
                (FactValue::Boolean(false), Language::Nl) => "nee".to_owned(),
                (FactValue::Boolean(false), Language::En) => "no".to_owned(),
                (FactValue::Amount(amount), _) => amount.to_string(),
                (FactValue::Level(level), _) => {
                    let levels = look::levels(funnel, definition);
                    levels.iter().find(|(key, _)| *key == level).map(|(_, label)| known.say(label).to_owned())?
                }
            };
            Some(json!({ "question": known.say(&definition.question), "answer": answer }))
        };
        self.facts.iter().filter_map(view).collect()
    }
}

/// The input of `bringInProject`, but for its key.
fn input(command: &StartProject<Text>) -> Value {
    let StartProject { title, summary, lead, funnel: FunnelVersionId(funnel), bring_in } = command;
    let facts = bring_in.iter().flat_map(|given| &given.facts);
    let facts: Value = facts.map(|(fact, value)| json!({ "fact": fact, "value": value })).collect();
    json!({
        "title": title,
        "summary": summary,
        "leadId": lead,
        "funnelId": funnel,
        "phase": bring_in.as_ref().map(|given| &given.phase),
        "reason": bring_in.as_ref().map(|given| &given.reason),
        "facts": facts,
        "ownerId": bring_in.as_ref().map(|given| given.owner),
        "due": bring_in.as_ref().map(|given| given.due.to_string()),
    })
}

/// What the whole table would bring in.
pub async fn preview(
    store: &Store,
    principal: &Principal,
    known: &Known,
    table: &Table,
    hash: Hash,
) -> Result<Value, Error> {
    let mut columns = columns::read(&table.header, known);
    shown::whole(table, &mut columns, "no_rows");
    let read = |row| Reader { cells: Reading::new(row, &columns), known }.draft(&columns);
    let mut drafts: Vec<Draft<'_>> = table.rows.iter().map(read).collect();
    let keys = drafts.iter().map(|draft| shown::key("", hash, draft.row)).collect::<Result<Vec<_>, _>>()?;
    // The rules that the act itself goes by are asked, and not written down here a second time.
    let (at, commands): (Vec<usize>, Vec<_>) =
        drafts.iter().enumerate().filter_map(|(at, draft)| Some((at, draft.command()?))).unzip();
    for (at, said) in at.into_iter().zip(store.would_start(principal, commands).await?) {
        if let Err(error) = said {
            drafts[at].refuse(error)?;
        }
    }
    let titles: Vec<String> =
        drafts.iter().map(|draft| draft.title().to_owned()).filter(|title| !title.is_empty()).collect();
    let called = store.projects_called(principal, &titles).await?;
    let before = store.done_under(principal, &keys).await?;
    warn(&mut drafts, &called.iter().map(|(_, title)| title.to_lowercase()).collect::<Vec<_>>());
    let rows = drafts.iter().zip(&keys).map(|(draft, key)| {
        let project = before.get(key.as_str()).map(|id| json!({ "id": id, "title": draft.title() }));
        draft.view(known, key, project.as_ref())
    });
    Ok(shown::view(table, hash, &columns, rows))
}

/// Says of which rows there is a project of that name already, here or in an earlier row.
fn warn(drafts: &mut [Draft<'_>], here: &[String]) {
    let mut seen: HashMap<String, u32> = HashMap::new();
    for draft in drafts {
        let title = draft.title().to_lowercase();
        if title.is_empty() {
            continue;
        }
        if here.contains(&title) {
            draft.warnings.push(Said::whole("title_exists", &[]));
        }
        if let Some(row) = seen.get(&title) {
            draft.warnings.push(Said::whole("title_twice", &[("row", (*row).into())]));
        } else {
            seen.insert(title, draft.row);
        }
    }
}
