//! Sheets on paper: every text inside its tag, what repeats as an artifact.

use krilla::{
    Document as Pdf, SerializeSettings,
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder},
    geom::{PathBuilder, Point, Rect},
    metadata::Metadata,
    num::NormalizedF32,
    page::PageSettings,
    paint::{Fill, FillRule},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag},
};

use super::{
    HEIGHT, LEFT, ROOM, TOP, WIDTH,
    face::Faces,
    flow::{Flow, Ink, SMALL, Style},
    lines::lines,
    sheets::Placed,
    tags,
};
use crate::export::agenda::{Refused, model::Document, words::Words};

/// Baselines of what stands above and below the text, from the top of the sheet.
const ABOVE: f32 = 44.0;
const BELOW: f32 = HEIGHT - 44.0;

pub(super) fn draw(
    document: &Document,
    words: &Words<'_>,
    faces: &Faces,
    flow: &Flow,
    sheets: &[Vec<Placed>],
) -> Result<Vec<u8>, Refused> {
    let refused = |what: &str| Refused::NotWritten(what.to_owned());
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|_| refused("configuration"))?;
    let mut pdf = Pdf::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut told: Vec<Vec<Identifier>> = vec![vec![]; flow.leaves];
    for (sheet, number) in sheets.iter().zip(1_usize..) {
        let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| refused("page"))?;
        let mut page = pdf.start_page_with(size);
        let mut pen = Pen { surface: page.surface(), faces, accent: document.accent };
        pen.around(document, words, number, sheets.len());
        for placed in sheet {
            let row = &flow.rows[placed.row];
            let top = TOP + placed.top;
            for run in &row.runs {
                let (x, y) = (LEFT + run.x, top + run.y);
                if placed.again {
                    pen.aside(ArtifactType::PaginationOther, |pen| pen.text(x, y, &run.text, run.style));
                } else {
                    let leaf = pen.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                    pen.text(x, y, &run.text, run.style);
                    pen.surface.end_tagged();
                    told[run.leaf].push(leaf);
                }
            }
            if let Some(thick) = row.rule {
                let ink = if thick < 1.0 { Ink::Dim } else { Ink::Accent };
                pen.aside(ArtifactType::Layout, |pen| pen.rule(top + row.height - thick, thick, ink));
            }
        }
        pen.surface.finish();
    }
    pdf.set_outline(tags::outline(flow, sheets));
    pdf.set_tag_tree(tags::tree(flow, &told, document.language.code()));
    let (title, language) = (document.title.as_str().to_owned(), document.language.code().to_owned());
    pdf.set_metadata(Metadata::new().title(title).language(language).creator("loket".to_owned()));
    // What the writer says may hold a text: only its kind is told.
    pdf.finish().map_err(|error| {
        let said = format!("{error:?}");
        refused(said.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default())
    })
}

struct Pen<'a, 's> {
    surface: Surface<'s>,
    faces: &'a Faces,
    accent: [u8; 3],
}

impl Pen<'_, '_> {
    /// The mark of a draft, the foot and the number of the sheet.
    fn around(&mut self, document: &Document, words: &Words<'_>, number: usize, count: usize) {
        let left = |pen: &Self, text: &str, style: Style| LEFT + ROOM - pen.faces.of(style.bold).width(text, style.size);
        self.aside(ArtifactType::Header, |pen| {
            if number > 1 {
                let title = lines(&pen.faces.regular, document.title.as_str(), SMALL.size, ROOM - 90.0);
                let title = title.into_iter().next().unwrap_or_default();
                pen.text(LEFT, ABOVE, title.trim_end(), SMALL);
            }
            if let Some(draft) = &document.draft {
                let style = Style { bold: true, size: 9.0, ink: Ink::Accent, ..SMALL };
                let mark = pen.faces.bold.spelled(draft.mark.as_str());
                let x = left(pen, &mark, style);
                pen.text(x, ABOVE, &mark, style);
            }
        });
        self.aside(ArtifactType::Footer, |pen| {
            let page = words.with("page-of", &[("page", number.into()), ("pages", count.into())]);
            let page = pen.faces.regular.spelled(page.as_str());
            let x = left(pen, &page, SMALL);
            pen.rule(BELOW - 14.0, 0.5, Ink::Dim);
            pen.text(x, BELOW, &page, SMALL);
            let foot = lines(&pen.faces.regular, document.foot.as_str(), SMALL.size, x - LEFT - 16.0);
            for (text, line) in foot.iter().take(2).zip(0..) {
                pen.text(LEFT, BELOW + line as f32 * SMALL.leading, text.trim_end(), SMALL);
            }
        });
    }

    /// What is no part of the text.
    fn aside(&mut self, kind: ArtifactType, draw: impl FnOnce(&mut Self)) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        draw(self);
        self.surface.end_tagged();
    }

    fn text(&mut self, x: f32, y: f32, text: &str, style: Style) {
        let face = self.faces.of(style.bold);
        let glyphs = face.glyphs(text);
        if glyphs.is_empty() {
            return;
        }
        self.surface.set_fill(Some(fill(style.ink, self.accent)));
        self.surface.draw_glyphs(Point::from_xy(x, y), &glyphs, face.font.clone(), text, style.size, false);
    }

    fn rule(&mut self, y: f32, thick: f32, ink: Ink) {
        let mut path = PathBuilder::new();
        if let Some(rect) = Rect::from_xywh(LEFT, y, ROOM, thick) {
            path.push_rect(rect);
        }
        if let Some(path) = path.finish() {
            let pale = rgb::Color::new(190, 190, 190);
            let paint = if ink == Ink::Dim { pale.into() } else { fill(ink, self.accent).paint };
            self.surface.set_fill(Some(Fill { paint, ..fill(ink, self.accent) }));
            self.surface.draw_path(&path);
        }
    }
}

fn fill(ink: Ink, [red, green, blue]: [u8; 3]) -> Fill {
    let colour = match ink {
        Ink::Text => rgb::Color::new(26, 26, 26),
        Ink::Dim => rgb::Color::new(89, 89, 89),
        Ink::Accent => rgb::Color::new(red, green, blue),
    };
    Fill { paint: colour.into(), opacity: NormalizedF32::ONE, rule: FillRule::default() }
}
