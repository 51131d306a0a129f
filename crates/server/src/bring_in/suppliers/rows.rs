//! What each row would bring in.

use engine::{BroughtEvidence, EvidenceId, EvidenceKind, Hash, OrganisationCommand, Rejection, SupplierKey};
use notification::texts;
use persistence::{Error, IdempotencyKey, Limit, Principal, Store, Text};
use serde_json::{Value, json};
use table::{Cell, Table};
use time::{Date, Duration};

use super::columns::{self, Field};
use super::look::Known;
use super::seen::Seen;
use crate::bring_in::cells::{self, Reading};
use crate::bring_in::said::{self, Said};
use crate::bring_in::shown;

/// Days from today in which the last day of evidence can lie: what is further away was typed wrong.
const PAST: Duration = Duration::days(3_653);
const AHEAD: Duration = Duration::days(10_958);

/// What a row says, as far as it can be read.
struct Draft<'k> {
    row: u32,
    problems: Vec<Said>,
    warnings: Vec<Said>,
    name: Option<Text>,
    supplier: Option<SupplierKey>,
    kind: Option<&'k EvidenceKind>,
    text: Option<Text>,
    until: Option<Date>,
    /// Whether all of this is here already.
    here: bool,
}

/// Reads one row with what is known and what stands above it.
struct Reader<'a, 'k> {
    cells: Reading<'a, Field>,
    known: &'k Known,
}

impl<'k> Reader<'_, 'k> {
    fn kind(&mut self) -> Option<&'k EvidenceKind> {
        let known = self.known;
        self.cells.take(&Field::Kind, false, |cell| {
            let Some(words) = said::words(cell)? else { return Ok(None) };
            known.kind(&words).map(Some).ok_or_else(|| match known.choices() {
                none if none.is_empty() => Said::whole("no_kinds", &[]),
                choices => Said::whole("unknown_kind", &[("choices", choices.into())]),
            })
        })
    }

    fn key(&mut self) -> Option<SupplierKey> {
        self.cells.take(&Field::Key, false, |cell| {
            let Some(words) = said::words(cell)? else { return Ok(None) };
            SupplierKey::parse(words).map(Some).map_err(|_| Said::whole("supplier_key", &[]))
        })
    }

    fn until(&mut self) -> Option<Date> {
        let today = self.known.today;
        self.cells.take(&Field::Until, false, |cell| {
            let Some(day) = cells::day(cell)? else { return Ok(None) };
            let (first, last) = (today.saturating_sub(PAST), today.saturating_add(AHEAD));
            if (first..=last).contains(&day) {
                return Ok(Some(day));
            }
            let [first, last] = [first, last].map(|day| Cell::Day(day).words().unwrap_or_default());
            Err(Said::whole("date_unlikely", &[("first", first.into()), ("last", last.into())]))
        })
    }

    /// What the evidence is, with its number: one text.
    fn text(&mut self) -> Option<Text> {
        let described = self.cells.take(&Field::Description, false, |cell| cells::text(cell, Limit::Note));
        let number = self.cells.take(&Field::Number, false, |cell| cells::text(cell, Limit::Title));
        let Some(number) = number else { return described };
        let number = texts::say(self.known.language, "supplier-number", &[("number", number.as_str().into())]);
        let whole = described.map_or_else(|| number.clone(), |text| format!("{}\n{number}", text.as_str()));
        let text = Text::parse(&whole, Limit::Note);
        if text.is_err() {
            let most = Limit::Note.length();
            self.cells.wrong(&Field::Description, Said::whole("too_long", &[("most", most.into())]));
        }
        text.ok()
    }

    /// What belongs together stands together: evidence has a kind, and a kind has something to show.
    fn together(&mut self) {
        let is_empty = |field: &Field| self.cells.is_empty(field);
        let has_kind = !is_empty(&Field::Kind);
        let says = !(is_empty(&Field::Description) && is_empty(&Field::Number));
        let dated = !is_empty(&Field::Until);
        if has_kind && !says {
            self.cells.wrong(&Field::Description, Said::whole("evidence_empty", &[]));
        } else if !has_kind && (says || dated) {
            let said = match self.known.choices() {
                none if none.is_empty() => Said::whole("no_kinds", &[]),
                choices => Said::whole("kind_missing", &[("choices", choices.into())]),
            };
            self.cells.wrong(&Field::Kind, said);
        }
    }

    fn draft(mut self, seen: &mut Seen) -> Draft<'k> {
        let row = self.cells.row.number;
        let name = self.cells.take(&Field::Name, true, |cell| cells::text(cell, Limit::Name));
        let before = self.cells.problems.len();
        let written = self.key();
        let key_fits = self.cells.problems.len() == before;
        let (kind, text, until) = (self.kind(), self.text(), self.until());
        self.together();
        let mut warnings = Vec::new();
        let mut supplier = None;
        if let (Some(name), true) = (&name, key_fits) {
            match seen.supplier(self.known, row, name.as_str(), written) {
                Ok(found) => {
                    if let (Some(above), None) = (found.before, kind) {
                        warnings.push(Said::whole("supplier_twice", &[("row", above.into())]));
                    }
                    supplier = Some(found.key);
                }
                Err(said) => self.cells.wrong(&Field::Name, said),
            }
        }
        if let (Some(supplier), Some(kind)) = (&supplier, kind) {
            let evidence = EvidenceId { kind: kind.key.clone(), supplier: Some(supplier.clone()) };
            if let Some(above) = seen.evidence(&evidence, row) {
                self.cells.wrong(&Field::Kind, Said::whole("evidence_twice", &[("row", above.into())]));
            }
        }
        if until.is_some_and(|until| until < self.known.today) {
            warnings.push(Said::whole("evidence_expired", &[]));
        }
        let problems = self.cells.problems();
        Draft { row, problems, warnings, name, supplier, kind, text, until, here: false }
    }
}

impl Draft<'_> {
    /// The command that the mutation would send; none while something is wrong.
    fn command(&self) -> Option<OrganisationCommand<Text>> {
        if !self.problems.is_empty() {
            return None;
        }
        let evidence = match self.kind {
            Some(kind) => {
                let (kind, text) = (kind.key.clone(), self.text.clone()?);
                Some(BroughtEvidence { kind, text, valid_until: self.until })
            }
            None => None,
        };
        let (supplier, name) = (self.supplier.clone()?, self.name.clone()?);
        Some(OrganisationCommand::BringInSupplier { supplier, name, evidence })
    }

    /// Its evidence.
    fn evidence(&self) -> Option<EvidenceId> {
        Some(EvidenceId { kind: self.kind?.key.clone(), supplier: self.supplier.clone() })
    }

    /// Takes in what the store would say.
    fn hear(&mut self, known: &Known, said: Result<(), Error>) -> Result<(), Error> {
        match said {
            Ok(()) if self.kind.is_none() => {
                self.here = self.supplier.as_ref().is_some_and(|supplier| known.suppliers.contains_key(supplier));
            }
            Ok(()) => {
                if let Some(number) = self.evidence().and_then(|evidence| known.revision(&evidence)) {
                    self.warnings.push(Said::whole("evidence_renews", &[("number", number.into())]));
                }
            }
            Err(Error::Rejected(Rejection::EvidenceUnchanged { .. })) => self.here = true,
            Err(Error::Rejected(Rejection::ListLength { limit, .. })) => {
                self.problems.push(Said::whole("supplier_limit", &[("most", limit.into())]));
            }
            Err(Error::Rejected(_)) => self.problems.push(Said::whole("not_now", &[])),
            Err(other) => return Err(other),
        }
        Ok(())
    }

    /// As the API tells it.
    fn view(&self, known: &Known, key: &IdempotencyKey, is_done: bool) -> Value {
        let shown = json!({
            "kind": self.kind.map(|kind| known.say(kind)),
            "judgedBy": self.kind.map(|kind| known.judge(kind)),
            "text": self.text,
            "validUntil": self.until.map(|day| day.to_string()),
        });
        json!({
            "row": self.row,
            "key": key.as_str(),
            "title": self.name.as_ref().map_or("", Text::as_str),
            "shown": shown,
            "problems": shown::views(&self.problems),
            "warnings": shown::views(&self.warnings),
            "here": self.here || is_done,
            "input": self.command().map(|_| self.input()),
        })
    }

    /// The input of `bringInSupplier`, but for its key.
    fn input(&self) -> Value {
        json!({
            "supplier": self.supplier,
            "name": self.name,
            "kind": self.kind.map(|kind| &kind.key),
            "text": self.text,
            "validUntil": self.until.map(|day| day.to_string()),
        })
    }
}

/// What the whole table would bring in.
pub async fn preview(
    store: &Store,
    principal: &Principal,
    known: &Known,
    table: &Table,
    hash: Hash,
) -> Result<Value, Error> {
    let mut columns = columns::read(&table.header);
    shown::whole(table, &mut columns, "no_supplier_rows");
    let mut seen = Seen::default();
    let read = |row| Reader { cells: Reading::new(row, &columns), known }.draft(&mut seen);
    let mut drafts: Vec<Draft<'_>> = table.rows.iter().map(read).collect();
    let keys = drafts.iter().map(|draft| shown::key("s-", hash, draft.row)).collect::<Result<Vec<_>, _>>()?;
    // The rules that the act itself goes by are asked, and not written down here a second time.
    let (at, commands): (Vec<usize>, Vec<_>) =
        drafts.iter().enumerate().filter_map(|(at, draft)| Some((at, draft.command()?))).unzip();
    for (at, said) in at.into_iter().zip(store.would_organise(principal, commands).await?) {
        drafts[at].hear(known, said)?;
    }
    let done = store.done_under(principal, &keys).await?;
    let rows = drafts.iter().zip(&keys).map(|(draft, key)| draft.view(known, key, done.contains_key(key.as_str())));
    Ok(shown::view(table, hash, &columns, rows))
}
