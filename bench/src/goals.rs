//! What is aimed at: ratios to the references of the same run.

use crate::report::{DECIDE, INBOX, JUDGE, Name, PAGE, SUBMIT, TRECHTER};
use crate::settings::Database::{self, Postgresql, Sqlite};

/// Reference: a round trip per statement, by pgbench.
pub const RT: &str = "rt";
/// Reference: two pipelines, by pgbench.
pub const PIPE: &str = "pipe";
/// Reference: SQLite in process, commits shared.
pub const GROUP: &str = "group commit";
/// Reference: the rows alone, by prepared statements.
pub const ROWS: &str = "rows";
/// Reference: `PostGraphile` 5, two processes.
pub const POSTGRAPHILE: &str = "PostGraphile 5";

/// What a ratio compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Operations per second: more is better.
    Rate,
    /// The time that 99 of 100 operations need: less is better.
    P99,
}

/// A goal.
#[derive(Clone, Copy, Debug)]
pub struct Goal {
    /// On which database.
    pub database: Database,
    /// Which scenario.
    pub scenario: &'static str,
    /// With how many clients.
    pub clients: usize,
    /// Against what: a program, the number of its clients, and its database.
    pub against: (&'static str, usize, Database),
    /// What is compared.
    pub measure: Measure,
    /// What is aimed at.
    pub aim: f64,
    /// What must be shown at least.
    pub floor: Option<f64>,
}

impl Goal {
    /// What is measured.
    pub fn ours(&self) -> Name {
        Name { database: self.database, scenario: self.scenario, program: TRECHTER, clients: self.clients }
    }

    /// What it is held against. Where answers are recorded one reference stands for both scenarios.
    pub fn theirs(&self) -> Name {
        let (program, clients, database) = self.against;
        Name { database, scenario: self.scenario, program, clients }
    }

    /// Whether a ratio is as good as `limit`.
    pub fn holds(&self, ratio: f64, limit: f64) -> bool {
        match self.measure {
            Measure::Rate => ratio >= limit,
            Measure::P99 => ratio <= limit,
        }
    }
}

/// Every goal that a run of this size can show.
pub fn goals() -> Vec<Goal> {
    let rate = |database, scenario, clients, program, aim, floor| Goal {
        database,
        scenario,
        clients,
        against: (program, clients, database),
        measure: Measure::Rate,
        aim,
        floor: Some(floor),
    };
    let mut goals = vec![
        rate(Postgresql, DECIDE, 8, PIPE, 0.8, 0.6),
        rate(Postgresql, DECIDE, 8, RT, 1.2, 0.9),
        Goal { measure: Measure::P99, aim: 1.5, floor: None, ..rate(Postgresql, DECIDE, 8, RT, 1.5, 1.5) },
        Goal {
            against: (TRECHTER, 8, Postgresql),
            aim: 1.0,
            floor: None,
            ..rate(Postgresql, DECIDE, 32, TRECHTER, 1.0, 1.0)
        },
        rate(Postgresql, JUDGE, 8, PIPE, 0.75, 0.5),
        rate(Postgresql, SUBMIT, 8, PIPE, 0.75, 0.5),
        rate(Postgresql, PAGE, 8, POSTGRAPHILE, 3.5, 2.0),
        rate(Postgresql, INBOX, 8, POSTGRAPHILE, 4.0, 1.0),
        rate(Sqlite, DECIDE, 8, GROUP, 0.6, 0.4),
        rate(Sqlite, DECIDE, 32, GROUP, 0.6, 0.4),
        Goal { against: (TRECHTER, 8, Postgresql), ..rate(Sqlite, PAGE, 8, TRECHTER, 2.0, 1.0) },
    ];
    // Not aimed at, but worth seeing beside the others.
    for (database, scenario, program) in [
        (Sqlite, JUDGE, GROUP),
        (Sqlite, SUBMIT, GROUP),
        (Postgresql, PAGE, ROWS),
        (Postgresql, INBOX, ROWS),
        (Sqlite, PAGE, ROWS),
        (Sqlite, INBOX, ROWS),
    ] {
        goals.push(Goal { aim: f64::NAN, floor: None, ..rate(database, scenario, 8, program, 0.0, 0.0) });
    }
    goals
}

/// On SQLite 99 of 100 decisions take at most this, in milliseconds.
pub const SQLITE_P99: f64 = 20.0;
/// Memory when idle: goal and floor, in MiB.
pub const IDLE: (f64, f64) = (40.0, 60.0);
/// Memory under load: goal and floor, in MiB.
pub const LOADED: (f64, f64) = (120.0, 200.0);
/// From start to first answer: goal and floor, in milliseconds.
pub const START: (f64, f64) = (100.0, 300.0);
/// Size of the binary, in MiB.
pub const BINARY: f64 = 40.0;
