//! Which projects a principal may see, as a condition in the text of a query.

use sea_orm::Value;
use time::Date;

use crate::command::Principal;

/// A query that grows a condition at a time; `$1` is the scope.
pub(crate) struct Query {
    pub sql: String,
    pub values: Vec<Value>,
}

impl Query {
    pub(crate) fn new(sql: impl Into<String>) -> Self {
        Self { sql: sql.into(), values: Vec::new() }
    }

    /// Takes a value; gives its place in the text.
    pub(crate) fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len() + 1)
    }

    pub(crate) fn push(&mut self, sql: &str) -> &mut Self {
        self.sql.push(' ');
        self.sql.push_str(sql);
        self
    }

    /// `AND column = value`.
    pub(crate) fn equal(&mut self, column: &str, value: impl Into<Value>) -> &mut Self {
        let place = self.bind(value);
        self.push(&format!("AND {column} = {place}"))
    }

    /// Only projects (`p`) that the principal may see: all of them for administrators, innovation managers and readers;
    /// for others those they lead, and those in which a party of theirs is involved, or one in which they stand in for
    /// somebody today.
    pub(crate) fn visible(&mut self, principal: &Principal, today: Date) -> &mut Self {
        let Some(person) = principal.person().filter(|_| !principal.sees_all()) else { return self };
        let (person, today) = (self.bind(person.0), self.bind(today));
        self.push(&format!(
            "AND (p.lead_id = {person} OR EXISTS (SELECT 1 FROM involvement i \
             JOIN memberships m ON m.organisation_id = i.organisation_id AND m.party = i.party \
             WHERE i.project_id = p.id AND i.organisation_id = $1 AND m.person_id = {person}) \
             OR EXISTS (SELECT 1 FROM stand_ins s JOIN involvement i ON i.project_id = p.id AND i.party = s.party \
             WHERE s.organisation_id = $1 AND s.person_id = {person} AND s.first_on <= {today} AND s.last_on >= {today}))"
        ))
    }

    /// `AND column IN (values)`; nothing matches an empty list.
    pub(crate) fn among<V: Into<Value>>(&mut self, column: &str, values: impl IntoIterator<Item = V>) -> &mut Self {
        let places: Vec<String> = values.into_iter().map(|value| self.bind(value)).collect();
        if places.is_empty() {
            self.push("AND 1 = 0")
        } else {
            self.push(&format!("AND {column} IN ({})", places.join(", ")))
        }
    }
}
