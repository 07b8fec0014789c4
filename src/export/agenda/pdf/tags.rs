//! What a reader that cannot see is told: the tree of headings, paragraphs, lists and tables, and the outline.

use std::num::NonZeroU16;

use krilla::{
    destination::XyzDestination,
    geom::Point,
    outline::{Outline, OutlineNode},
    tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree},
};

use super::{
    LEFT, TOP,
    flow::{Flow, Shape},
    sheets::Placed,
};

/// The tree; `told` has what was drawn for each leaf.
pub(super) fn tree(flow: &Flow, told: &[Vec<Identifier>], language: &str) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    let group = |tag: TagKind, leaf: usize| TagGroup::with_children(tag, told[leaf].iter().map(|one| Node::Leaf(*one)).collect());
    let of = |tag: TagKind, inner: Vec<TagGroup>| TagGroup::with_children(tag, inner.into_iter().map(Node::Group).collect());
    for shape in &flow.shapes {
        tree.push(match shape {
            Shape::Heading(level, title, leaf) => {
                let level = NonZeroU16::new((*level).into()).unwrap_or(NonZeroU16::MIN);
                group(Tag::Hn(level, Some(title.clone())).into(), *leaf)
            }
            Shape::Paragraph(leaf) => group(Tag::P.into(), *leaf),
            Shape::List(items) => {
                let item = |(label, body): &(usize, usize)| {
                    of(Tag::LI.into(), vec![group(Tag::Lbl.into(), *label), group(Tag::LBody.into(), *body)])
                };
                of(Tag::L(ListNumbering::None).into(), items.iter().map(item).collect())
            }
            Shape::Table(header, rows) => {
                let head = header.iter().map(|leaf| group(Tag::TH(TableHeaderScope::Column).into(), *leaf)).collect();
                let row =
                    |cells: &Vec<usize>| of(Tag::TR.into(), cells.iter().map(|leaf| group(Tag::TD.into(), *leaf)).collect());
                let head = of(Tag::THead.into(), vec![of(Tag::TR.into(), head)]);
                let body = of(Tag::TBody.into(), rows.iter().map(row).collect());
                of(Tag::Table.into(), vec![head, body])
            }
        });
    }
    tree
}

/// Headings of the first three levels, each with its place.
pub(super) fn outline(flow: &Flow, sheets: &[Vec<Placed>]) -> Outline {
    let mut headings = vec![];
    for (sheet, page) in sheets.iter().zip(0..) {
        for placed in sheet {
            if let Some((title, level)) = flow.rows[placed.row].heading.as_ref().filter(|(_, level)| *level <= 3) {
                headings.push((title.clone(), *level, XyzDestination::new(page, Point::from_xy(LEFT, TOP + placed.top))));
            }
        }
    }
    let mut outline = Outline::new();
    let mut rest = &headings[..];
    while !rest.is_empty() {
        outline.push_child(node(&mut rest));
    }
    outline
}

/// The first heading, with those under it.
fn node(rest: &mut &[(String, u8, XyzDestination)]) -> OutlineNode {
    let (title, level, place) = &rest[0];
    *rest = &rest[1..];
    let mut node = OutlineNode::new(title.clone(), place.clone());
    while rest.first().is_some_and(|(_, below, _)| below > level) {
        node.push_child(self::node(rest));
    }
    node
}
