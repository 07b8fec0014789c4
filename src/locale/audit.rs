//! What the audit log tells, in words: the verb of a row, what it was for, and why something is unusual.

use super::Texts;
use crate::domain::{
    audit::{AuditEntry, FAR_MORE, Pattern, Rule, WEEKS_BEFORE},
    municipality,
    text::RawText,
};

impl Texts {
    /// `signaal: gelezen`; the verb itself where there are no words for it.
    pub fn audit_verb(&self, verb: &str) -> String {
        let Some((entity, act)) = verb.split_once('.') else { return verb.to_owned() };
        let (entity, act) = (format!("audit-entity-{entity}"), format!("audit-act-{act}"));
        if self.has(&entity) && self.has(&act) { format!("{}: {}", self.get(&entity), self.get(&act)) } else { verb.to_owned() }
    }

    /// What it was for: the words of the policy, which are English, in this language.
    pub fn audit_purpose(&self, purpose: &str) -> String {
        let key: String = purpose.chars().filter(|c| *c != '\'').map(|c| if c == ' ' { '-' } else { c }).collect();
        let key = format!("audit-purpose-{key}");
        if self.has(&key) { self.get(&key) } else { purpose.to_owned() }
    }

    /// What a row is about: the number of the case, or the id.
    pub fn audit_object(&self, row: &AuditEntry) -> String {
        if row.number.is_empty() { row.object.clone() } else { row.number.clone() }
    }

    /// What is unusual, in a sentence.
    pub fn audit_pattern(&self, pattern: &Pattern) -> String {
        let about = match pattern.rule {
            Rule::Municipality => {
                let known = municipality::all().into_iter().find(|known| known.code.to_string() == pattern.about);
                known.map_or_else(|| pattern.about.clone(), |known| RawText::from(known.name.as_str()).line().into_string())
            }
            _ => pattern.about.clone(),
        };
        let values = [("count", pattern.figure.into()), ("usual", pattern.usual.unwrap_or(0).into()), ("about", about.into())];
        self.with(&format!("audit-pattern-{}", pattern.rule), &values)
    }

    /// By which rule it is told, with its figures.
    pub fn audit_rule(&self, rule: Rule) -> String {
        let values = [("least", rule.least().into()), ("times", FAR_MORE.into()), ("weeks", WEEKS_BEFORE.into())];
        self.with(&format!("audit-rule-{rule}"), &values)
    }
}
