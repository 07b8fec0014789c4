//! A theme as far as the terminal can show it: what would have the colour of what is behind it gets another way to be seen.
//!
//! A theme of colours that a terminal of sixteen does not have is shown in the terminal's own: the nearest of the sixteen may
//! be cyan for grey, and which can be read nobody knows. Without any colour (`NO_COLOR`) bold, underline and reverse stay: the
//! selected row and the active tab are reversed.

use ratatui::style::{Color, Modifier};

use super::color::{Depth, ink};
use crate::tui::view::theme::{Look, Selection, Theme};

/// The theme for a terminal of so many colours.
pub fn shown(theme: &Theme, depth: Depth) -> Theme {
    let mut shown = theme.clone();
    let has = |color| !matches!(color, Color::Rgb(..) | Color::Indexed(16..));
    let looks = [theme.text, theme.dim, theme.accent, theme.crisis, theme.high, theme.done, theme.hold, theme.rule];
    if depth == Depth::Sixteen && !looks.iter().map(|look| look.color).chain([theme.background]).all(has) {
        return Theme { ascii: theme.ascii, high_contrast: theme.high_contrast, ..Theme::standard() };
    }
    let behind = ink(theme.background, depth);
    let text = ink(theme.text.color, depth);
    // Also a bar in the colour of the text hides what stands on it.
    let lost = |look: Look| {
        let ink = ink(look.color, depth);
        (ink == behind || ink == text) && !look.with.contains(Modifier::REVERSED)
    };
    if theme.selection == Selection::Bar && lost(theme.bar) {
        shown.selection = Selection::Reverse;
    }
    if lost(theme.tab) {
        shown.tab = Look { color: Color::Reset, with: theme.tab.with | Modifier::REVERSED };
    }
    let roles = [&mut shown.dim, &mut shown.accent, &mut shown.crisis, &mut shown.high, &mut shown.done, &mut shown.hold];
    for look in roles {
        if ink(look.color, depth) == behind {
            look.color = theme.text.color;
        }
    }
    // Without colours the accent and what is urgent are bold, and lines are faint, as in the theme `mono`.
    if depth == Depth::None {
        for look in [&mut shown.accent, &mut shown.crisis, &mut shown.high, &mut shown.hold] {
            look.with |= Modifier::BOLD;
        }
        shown.rule.with |= Modifier::DIM;
    } else if ink(shown.rule.color, depth) == behind {
        shown.rule.color = theme.text.color;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::view::theme::SHIPPED;

    const DEPTHS: [Depth; 4] = [Depth::None, Depth::Sixteen, Depth::Palette, Depth::True];

    #[test]
    fn nothing_is_ever_drawn_in_the_colour_of_what_is_behind_it() {
        for (name, _) in SHIPPED {
            for depth in DEPTHS {
                let theme = shown(&Theme::shipped(name).unwrap(), depth);
                let of = |color| ink(color, depth);
                let behind = of(theme.background);
                let looks = [theme.text, theme.dim, theme.accent, theme.crisis, theme.high, theme.done, theme.hold, theme.rule];
                for look in looks.into_iter().filter(|look| look.color != Color::Reset && depth != Depth::None) {
                    assert_ne!(of(look.color), behind, "{name} {depth:?} {look:?}");
                    assert!(theme.selection != Selection::Bar || of(look.color) != of(theme.bar.color) || look == theme.rule);
                }
                match theme.selection {
                    Selection::Bar => assert_ne!(of(theme.bar.color), behind, "{name} {depth:?}: the bar is not seen"),
                    Selection::Reverse => {}
                    Selection::Marker => panic!("{name}: every shipped theme has a bar that is found at a glance"),
                }
                let reversed = theme.tab.with.contains(Modifier::REVERSED);
                assert!(reversed || of(theme.tab.color) != behind, "{name} {depth:?}: the tab is not seen");
                let accent = theme.accent.with.contains(Modifier::BOLD) || of(theme.accent.color) != of(theme.text.color);
                assert!(accent, "{name} {depth:?}: keys are not told from words");
            }
        }
    }

    #[test]
    fn sixteen_colours_show_the_sixteen_of_a_theme_and_nothing_near_others() {
        let (own, _) = crate::tui::view::theme::read("selection = 'bar'\n[roles]\ncrisis = 'lightred'\nbar = 'blue'\n");
        assert_eq!(shown(&own, Depth::Sixteen), Theme { tab: own.tab, ..own.clone() });
        let dark = Theme { ascii: true, ..Theme::shipped("dark").unwrap() };
        assert_eq!(shown(&dark, Depth::Sixteen), Theme { ascii: true, ..Theme::standard() });
    }

    #[test]
    fn without_colours_every_theme_is_the_theme_without_colours() {
        for (name, _) in SHIPPED {
            let theme = shown(&Theme::shipped(name).unwrap(), Depth::None);
            assert_eq!(theme.selection, Selection::Reverse, "{name}");
            assert_eq!(theme.tab.with, Modifier::REVERSED, "{name}");
            assert!(theme.crisis.with.contains(Modifier::BOLD), "{name}");
        }
    }

    #[test]
    fn where_the_colours_are_there_nothing_changes() {
        for (name, _) in SHIPPED {
            let theme = Theme::shipped(name).unwrap();
            assert_eq!(shown(&theme, Depth::True), theme, "{name}");
        }
    }
}
