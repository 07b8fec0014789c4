//! Facets: what there is to filter by, with counts. A choice is a token of the filter, so it is seen, kept and taken away like
//! one that was typed.

use super::{
    Modal, State,
    message::Effect,
    panel::{About, Mark, PanelKind, PanelLine},
};
use crate::{
    client::replica::FacetValue,
    domain::{
        filter::{Field, Token, tokens},
        fold::fold,
        ids::OrganisationCode,
        text::SafeText,
    },
};

impl State {
    /// Counts the facets anew while their window is open.
    pub(super) fn count_facets(&mut self) {
        let open = self.modals.iter().any(|modal| matches!(modal, Modal::Panel(panel) if panel.kind == PanelKind::Facets));
        if open {
            let me = self.me.as_ref().map(|me| me.account);
            self.signals.facets = self.replica.signals().facets(&self.signals.query(), self.server_now(), me);
        }
    }

    /// The lines of the window.
    pub(super) fn facet_lines(&self) -> Vec<PanelLine> {
        let chosen = tokens(self.signals.filter.text());
        let mut lines = Vec::new();
        for facet in &self.signals.facets {
            if facet.values.is_empty() {
                continue;
            }
            lines.push(PanelLine::heading(self.texts.get(&format!("facet-heading-{}", facet.field))));
            for (value, count) in &facet.values {
                let word = fold(&self.facet_word(value));
                let says = |negate: bool| chosen.iter().any(|token| token.negate == negate && names(token, facet.field, &word));
                lines.push(PanelLine {
                    about: About::Value(facet.field, value.clone()),
                    mark: match (says(true), says(false)) {
                        (true, _) => Mark::Excluded,
                        (_, true) => Mark::On,
                        _ => Mark::Off,
                    },
                    label: self.facet_label(value),
                    note: count.to_string(),
                });
            }
        }
        lines
    }

    /// Puts a value into the filter, or takes it out; so too with what is left out.
    pub(super) fn toggle_facet(&mut self, field: Field, value: &FacetValue, negate: bool) -> Vec<Effect> {
        let word = self.facet_word(value);
        let folded = fold(&word);
        let mut all = tokens(self.signals.filter.text());
        let was = all.iter().any(|token| token.negate == negate && names(token, field, &folded));
        for token in all.iter_mut().filter(|token| token.known() == Some(field)) {
            let kept: Vec<&str> = token.values().filter(|one| fold(one) != folded).collect();
            token.value = kept.join(",");
        }
        all.retain(|token| token.known() != Some(field) || token.values().next().is_some());
        if !was {
            match all.iter_mut().find(|token| token.negate == negate && token.known() == Some(field)) {
                Some(token) => token.value = format!("{},{word}", token.value),
                None => all.push(Token { negate, field: Some(self.field_name(field).to_owned()), value: word }),
            }
        }
        let filter: Vec<String> = all.iter().map(Token::write).collect();
        self.signals.filter.set(&filter.join(" "));
        let effects = self.filter_changed();
        self.panel_stay(&About::Value(field, value.clone()));
        effects
    }

    /// As the filter says it, in the language on the screen.
    fn facet_word(&self, value: &FacetValue) -> String {
        let text = |key: String| self.texts.get(&key);
        match value {
            FacetValue::Status(status) => text(format!("filter-status-{status}")),
            FacetValue::Urgency(urgency) => text(format!("urgency-{urgency}")),
            FacetValue::Municipality(code) => self.reference.municipality(*code).replace(['"', ','], " "),
            FacetValue::Body(code) => code.to_lowercase(),
            FacetValue::Owner(name) => SafeText::line(name).as_str().replace(['"', ','], " "),
            value => text(format!("filter-value-{}", code(value))),
        }
    }

    /// As it is shown.
    fn facet_label(&self, value: &FacetValue) -> String {
        let text = |key: String| self.texts.get(&key);
        match value {
            FacetValue::Status(status) => text(format!("status-{status}")),
            FacetValue::Urgency(urgency) => text(format!("urgency-{urgency}")),
            FacetValue::Municipality(code) => SafeText::line(&self.reference.municipality(*code)).into_string(),
            FacetValue::Body(code) => {
                let name = self.reference.organisation_name(&OrganisationCode(code.clone()));
                let shown = if name == *code || code.starts_with("GM") { name } else { format!("{code}  {name}") };
                SafeText::line(&shown).into_string()
            }
            FacetValue::Owner(name) => SafeText::line(name).into_string(),
            value => text(format!("facet-{}", code(value))),
        }
    }
}

fn code(value: &FacetValue) -> &'static str {
    match value {
        FacetValue::Me => "me",
        FacetValue::Free => "free",
        FacetValue::Overdue => "overdue",
        FacetValue::Today => "today",
        FacetValue::Tomorrow => "tomorrow",
        FacetValue::ThisWeek => "week",
        FacetValue::NextWeek => "next-week",
        FacetValue::Later => "later",
        FacetValue::NoDate => "none",
        _ => "",
    }
}

/// Is this folded value one of the token's?
fn names(token: &Token, field: Field, folded: &str) -> bool {
    token.known() == Some(field) && token.values().any(|value| fold(value) == folded)
}
