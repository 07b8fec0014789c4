//! Facets: what there is to filter by, with counts. A choice is a token of the filter, so it is seen, kept and taken away like
//! one that was typed.

use super::{
    Modal, Pane, State, Tone,
    command::Command,
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
    /// The window of filters, or on the board what it offers ready-made; elsewhere the same key goes to the filter that is there.
    pub(super) fn filter_by_facets(&mut self) -> Vec<Effect> {
        match self.pane {
            Pane::Signals => return self.open_panel(PanelKind::Facets),
            Pane::Board => return self.menu_board_ready(),
            Pane::Agenda | Pane::Register | Pane::Traces => {}
        }
        let effects = self.run(Command::Filter);
        if self.message.is_none() {
            self.say_with(Tone::Info, "facets-elsewhere", &[]);
        }
        effects
    }

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
            let said =
                |negate: bool, word: &str| chosen.iter().any(|token| token.negate == negate && names(token, facet.field, word));
            let line = |about: About, word: &str, label: String, count: usize| PanelLine {
                about,
                mark: match (said(true, word), said(false, word)) {
                    (true, _) => Mark::Excluded,
                    (_, true) => Mark::On,
                    _ => Mark::Off,
                },
                label,
                note: count.to_string(),
            };
            let mut words = Vec::new();
            let mut group = Vec::new();
            for (value, count) in &facet.values {
                let word = fold(&self.facet_word(value));
                group.push(line(About::Value(facet.field, value.clone()), &word, self.facet_label(value), *count));
                words.push(word);
            }
            // What the filter says of it and no signal has, so that it can be taken out here too.
            for value in chosen.iter().filter(|token| token.known() == Some(facet.field)).flat_map(Token::values) {
                let word = fold(value);
                if !words.contains(&word) {
                    let about = About::Said(facet.field, value.to_owned());
                    group.push(line(about, &word, SafeText::line(value).into_string(), 0));
                    words.push(word);
                }
            }
            if !group.is_empty() {
                lines.push(PanelLine::heading(self.texts.get(&format!("facet-heading-{}", facet.field))));
                lines.extend(group);
            }
        }
        lines
    }

    /// Puts a value into the filter, or takes it out; so too with what is left out.
    pub(super) fn toggle_facet(&mut self, about: &About, negate: bool) -> Vec<Effect> {
        let (field, word) = match about {
            About::Value(field, value) => (*field, self.facet_word(value)),
            About::Said(field, value) => (*field, value.clone()),
            About::Heading | About::Column(_) => return vec![],
        };
        let folded = fold(&word);
        let mut all = tokens(self.signals.filter.text());
        let was = all.iter().any(|token| token.negate == negate && names(token, field, &folded));
        for token in all.iter_mut().filter(|token| names(token, field, &folded)) {
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
        self.panel_stay(about);
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
