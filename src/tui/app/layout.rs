//! Where everything stands for a window size. The state needs it for page sizes and wrapping, the view for drawing.

use ratatui::layout::Rect;

/// The smallest window that has a layout.
pub const SMALLEST: (u16, u16) = (60, 18);

/// From this width on the preview stands at the right.
const SIDE_BY_SIDE: u16 = 140;
/// From this width on there is a sidebar too.
const WITH_SIDEBAR: u16 = 180;
/// From this height on there is room to breathe.
const ROOMY: u16 = 28;

/// The places of a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Areas {
    /// First line: tabs, user, connection.
    pub header: Rect,
    /// View, filter, count, order.
    pub crumbs: Rect,
    /// Column heads.
    pub heads: Rect,
    /// Rows.
    pub list: Rect,
    /// The line between list and preview.
    pub rule: Option<Rect>,
    /// The preview, or the open signal beside the list.
    pub preview: Option<Rect>,
    /// Views and counts.
    pub sidebar: Option<Rect>,
    /// Everything between crumbs and message: the open signal on a narrow screen, empty and failing states.
    pub body: Rect,
    /// What just happened.
    pub message: Rect,
    /// Keys that work now.
    pub hints: Rect,
    /// Does the preview stand beside the list?
    pub beside: bool,
}

/// Is the window too small?
pub fn too_small((width, height): (u16, u16)) -> bool {
    width < SMALLEST.0 || height < SMALLEST.1
}

/// The places for a window of this size; under zoom the list has all of it.
pub fn areas((width, height): (u16, u16), preview: bool, zoom: bool) -> Areas {
    let preview = preview && !zoom;
    let roomy = height >= ROOMY;
    let row = |y: u16| Rect { x: 0, y, width, height: 1 };
    let crumbs_at = if roomy { 2 } else { 1 };
    let heads_at = if roomy { 4 } else { 2 };
    let bottom = height.saturating_sub(2);
    let sidebar = (width >= WITH_SIDEBAR && !zoom).then_some(Rect {
        x: 0,
        y: crumbs_at,
        width: 28,
        height: bottom.saturating_sub(crumbs_at + 1),
    });
    let left = sidebar.map_or(0, |sidebar| sidebar.width);
    let beside = width >= SIDE_BY_SIDE && !zoom;
    let list_top = heads_at + 1;
    let list_bottom = if roomy { bottom.saturating_sub(1) } else { bottom };
    let whole = Rect { x: left, y: list_top, width: width - left, height: list_bottom.saturating_sub(list_top) };
    let (list, rule, pane) = match (preview, beside) {
        (true, true) => {
            let list_width = if sidebar.is_some() { 100.max((width - left) / 2) } else { width * 5 / 9 };
            let x = left + list_width;
            let rule = Rect { x: x + 1, y: crumbs_at, width: 1, height: list_bottom.saturating_sub(crumbs_at) };
            let pane = Rect { x: x + 3, y: crumbs_at, width: width.saturating_sub(x + 4), height: rule.height };
            (Rect { width: list_width, ..whole }, Some(rule), Some(pane))
        }
        (true, false) if height >= 20 => {
            let pane_height = if roomy { (height * 2 / 5).clamp(10, 18) - 2 } else { 8 };
            let top = list_bottom.saturating_sub(pane_height);
            let rule = Rect { x: 0, y: top - 1, width, height: 1 };
            let pane = Rect { x: 0, y: top, width, height: pane_height };
            (Rect { height: (top - 1).saturating_sub(list_top), ..whole }, Some(rule), Some(pane))
        }
        _ => (whole, None, None),
    };
    Areas {
        header: row(0),
        crumbs: Rect { x: left, width: list.width, ..row(crumbs_at) },
        heads: Rect { x: left, width: list.width, ..row(heads_at) },
        list,
        rule,
        preview: pane,
        sidebar,
        body: Rect { x: left, y: crumbs_at + 1, width: width - left, height: bottom.saturating_sub(crumbs_at + 1) },
        message: row(bottom),
        hints: row(height.saturating_sub(1)),
        beside,
    }
}

/// A frame in the middle, as wide and high as asked but never over the edge. On a small window it takes everything above
/// the last two lines.
pub fn centred((width, height): (u16, u16), wanted: (u16, u16)) -> Rect {
    let w = if width < 90 { width } else { wanted.0.min(width - 4) };
    let h = wanted.1.min(height.saturating_sub(2));
    Rect { x: (width - w) / 2, y: (height.saturating_sub(2) - h) / 2, width: w, height: h }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_overlaps_and_nothing_falls_off() {
        for (width, height) in [(60, 18), (79, 19), (80, 24), (100, 30), (139, 40), (140, 40), (160, 34), (200, 60), (400, 120)] {
            for (preview, zoom) in [(true, false), (false, false), (true, true), (false, true)] {
                let a = areas((width, height), preview, zoom);
                let screen = Rect { x: 0, y: 0, width, height };
                let all = [
                    Some(a.header),
                    Some(a.crumbs),
                    Some(a.heads),
                    Some(a.list),
                    a.rule,
                    a.preview,
                    a.sidebar,
                    Some(a.message),
                    Some(a.hints),
                ];
                let all: Vec<Rect> = all.into_iter().flatten().collect();
                for (at, one) in all.iter().enumerate() {
                    assert_eq!(one.intersection(screen), *one, "{width}x{height} {at} {one:?}");
                    for other in &all[at + 1..] {
                        assert!(one.intersection(*other).is_empty(), "{width}x{height} {one:?} {other:?}");
                    }
                }
                assert!(a.list.height >= 6, "{width}x{height} {preview} {zoom} {:?}", a.list);
            }
        }
    }

    #[test]
    fn the_agreed_sizes_have_the_agreed_rows() {
        assert_eq!(areas((80, 24), true, false).list.height, 10);
        assert_eq!(areas((80, 24), true, false).preview.map(|r| r.height), Some(8));
        assert_eq!(areas((100, 30), true, false).list.height, 11);
        assert_eq!(areas((200, 60), true, false).sidebar.map(|r| r.width), Some(28));
    }
}
