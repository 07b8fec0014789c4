//! Which places of the screen are addresses of pages, for terminals that let people follow them. The address itself always
//! stands there as text: whole below the list, also where the list has no room for it.

use ratatui::layout::Rect;

use super::picker::{self, Places};
use crate::tui::app::{
    Modal, State, layout,
    picker::{Item, Kind, Picked},
    wrap::{cells_of, wrap},
};

/// A longer address is text and nothing more.
const MOST: usize = 2000;

/// A place on one row, and the address it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// Where its text stands.
    pub place: Rect,
    /// An address of ASCII without blanks.
    pub target: String,
}

/// The addresses in view.
pub fn links(state: &State) -> Vec<Linked> {
    let Some(Modal::Picker(list)) = state.modals.last() else { return vec![] };
    if list.kind != Kind::Links || state.locked || layout::too_small(state.size) {
        return vec![];
    }
    let Places { inside, height, rule } = picker::places(state);
    let mut links = vec![];
    for (at, item) in list.hits().into_iter().enumerate().skip(list.list.top).take(height) {
        if let Some(target) = address(item) {
            let width = cells_of(&item.label).min(usize::from(inside.width) - 2) as u16;
            let place = Rect { x: inside.x + 1, y: inside.y + 2 + (at - list.list.top) as u16, width, height: 1 };
            links.push(Linked { place, target: target.to_owned() });
        }
    }
    let whole = list.current().and_then(|item| address(item).map(|target| (item, target)));
    if let Some((item, target)) = whole {
        let room = usize::from(inside.bottom().saturating_sub(rule + 1));
        for (at, range) in wrap(&item.text, inside.width.into()).into_iter().enumerate().take(room) {
            let place = Rect { x: inside.x, y: rule + 1 + at as u16, width: range.len() as u16, height: 1 };
            links.push(Linked { place, target: target.to_owned() });
        }
    }
    links
}

/// What an item leads to, when it is an address that is shown as it is.
fn address(item: &Item) -> Option<&str> {
    let Picked::Copy(target) = &item.picked else { return None };
    let web = target.starts_with("https://") || target.starts_with("http://");
    let plain = target.len() <= MOST && target.bytes().all(|byte| byte.is_ascii_graphic());
    (web && plain && item.text == *target && item.label == *target).then_some(target)
}
