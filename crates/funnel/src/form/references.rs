//! References and patterns of a form: what could make checking answers slow, endless, or reach outside.

use crate::check::Check;
use crate::limits::PATTERNS;
use crate::path::Path;
use crate::problem::Findings;
use crate::tree::{Node, Tree};

/// The dialect that forms are written in.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Looks through one form.
pub(super) struct References<'a> {
    pub form: &'a Tree,
    /// The patterns so far, in all forms of the file.
    pub patterns: &'a mut usize,
    /// Whether the form can be compiled.
    pub sound: bool,
}

impl References<'_> {
    /// Checks a part of the form. A part under `$defs` is a target itself and refers to nothing: so no reference can
    /// lead back to itself, nor to ever more parts.
    pub fn check(&mut self, tree: &Tree, path: &Path, is_target: bool, findings: &mut Findings<'_>) {
        match &tree.node {
            Node::Mapping(entries) => {
                for (key, _, value) in entries {
                    let path = path.key(key);
                    match key.as_str() {
                        // Values are no schemas: what looks like a reference in them is none.
                        "const" | "enum" | "default" | "examples" => {}
                        "properties" | "patternProperties" | "dependentSchemas" | "$defs" => {
                            self.parts(key, value, &path, is_target, findings);
                        }
                        _ => {
                            self.entry(key, value, &path, is_target, findings);
                            self.check(value, &path, is_target, findings);
                        }
                    }
                }
            }
            Node::List(items) => {
                for (position, item) in items.iter().enumerate() {
                    self.check(item, &path.at(position), is_target, findings);
                }
            }
            Node::Scalar(_) => {}
        }
    }

    /// A mapping from names to parts: its names are no keywords.
    fn parts(&mut self, key: &str, parts: &Tree, path: &Path, is_target: bool, findings: &mut Findings<'_>) {
        for (name, _, part) in parts.mapping() {
            if key == "patternProperties" {
                self.pattern(&path.key(name), findings);
            }
            self.check(part, &path.key(name), is_target || key == "$defs", findings);
        }
    }

    fn entry(&mut self, key: &str, value: &Tree, path: &Path, is_target: bool, findings: &mut Findings<'_>) {
        let Some(text) = value.text() else { return };
        let reference = text.to_owned();
        let check = match key {
            "$ref" | "$dynamicRef" if !text.starts_with('#') => Check::FormRemoteRef { reference },
            "$id" => Check::FormRemoteRef { reference },
            "$schema" if text.trim_end_matches('#') != DIALECT => Check::FormRemoteRef { reference },
            "$ref" if is_target || !self.leads_somewhere(text) => Check::FormReference { reference },
            "$dynamicRef" | "$anchor" | "$dynamicAnchor" => Check::FormReference { reference },
            "pattern" => return self.pattern(path, findings),
            _ => return,
        };
        findings.report(path, check);
        self.sound = false;
    }

    fn pattern(&mut self, path: &Path, findings: &mut Findings<'_>) {
        *self.patterns += 1;
        if *self.patterns > PATTERNS {
            findings.report(path, Check::TooMany { count: *self.patterns, limit: PATTERNS });
            self.sound = false;
        }
    }

    fn leads_somewhere(&self, reference: &str) -> bool {
        let name = reference.strip_prefix("#/$defs/").filter(|name| !name.contains(['/', '~', '%']));
        name.is_some_and(|name| self.form.entries("$defs").any(|(known, _)| known == name))
    }
}
