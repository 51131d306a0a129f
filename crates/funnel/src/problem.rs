//! What is wrong in a funnel file, where, and the way out.

use std::fmt;

use engine::Label;

use crate::check::Check;
use crate::limits;
use crate::path::Path;
use crate::tree::{Place, Tree};

/// One thing that is wrong in a funnel file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, from 1.
    pub line: u64,
    /// The column in characters, from 1.
    pub column: u64,
    /// Where in the definition, such as `criteria[3].when`; empty for the file as a whole.
    pub path: String,
    /// The rule that is broken, with what broke it.
    pub check: Check,
    /// What is wrong, and the way out.
    pub message: Label,
}

impl Problem {
    pub(crate) fn new(at: Place, path: &Path, check: Check) -> Self {
        let message = check.message();
        Self { line: at.line, column: at.column, path: path.to_string(), check, message }
    }
}

/// `12:5 criteria[3].when: …`, in English; the Dutch text is in `message`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} ", self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{} [{}]", self.message.en, self.check.code())
    }
}

impl std::error::Error for Problem {}

/// The problems found so far in one file.
#[derive(Debug)]
pub(crate) struct Findings<'a> {
    tree: &'a Tree,
    found: Vec<Problem>,
}

impl<'a> Findings<'a> {
    pub fn new(tree: &'a Tree) -> Self {
        Self { tree, found: Vec::new() }
    }

    /// Notes a problem; those beyond the limit are dropped, the first ones being enough to start with.
    pub fn report(&mut self, path: &Path, check: Check) {
        if self.found.len() < limits::PROBLEMS {
            self.found.push(Problem::new(self.tree.place(path), path, check));
        }
    }

    /// The line of something, to name it in another problem.
    pub fn line(&self, path: &Path) -> u64 {
        self.tree.place(path).line
    }

    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The problems in the order of the file.
    pub fn into_problems(mut self) -> Vec<Problem> {
        self.found.sort_by_key(|problem| (problem.line, problem.column));
        self.found
    }
}
