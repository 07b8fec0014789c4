//! What was saved in the user's files, taken into the running interface.

use std::sync::Arc;

use super::Desk;
use crate::tui::{
    app::{message::Msg, reloading::Reloaded},
    shell::{look, watch::Changed},
};

impl Desk {
    /// Takes in what changed in the files.
    pub(in crate::tui::shell) fn reload(&mut self, changed: Changed) {
        let keymaps = changed
            .keymaps
            .map(|(keymaps, switched)| (keymaps.into_iter().map(|(name, keymap)| (name, Arc::new(keymap))).collect(), switched));
        let themes = changed.themes.map(|(themes, switched)| {
            let names = themes.iter().map(|(name, _)| name.clone()).collect();
            self.options.themes = themes;
            let shown = self.options.themes.iter().find(|(name, _)| *name == self.named).or(self.options.themes.first());
            if let Some((name, theme)) = shown.cloned() {
                (self.named, self.theme) = (name, look::shown(&theme, self.depth));
            }
            (names, switched)
        });
        self.update(Msg::Reloaded(Box::new(Reloaded {
            settings: changed.settings,
            language: changed.language,
            keymaps,
            themes,
            later: changed.later,
            warning: changed.warning,
            mended: changed.mended,
        })));
    }
}
