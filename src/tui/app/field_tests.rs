//! Tests of the text field: everything reached by commands, as a keyboard reaches it.

use super::*;

const SIGHT: Sight = (10, 4);

fn after(mut field: Field, commands: &[Command]) -> Field {
    for command in commands {
        field.command(*command, SIGHT);
    }
    field
}

/// The text with a bar at the cursor.
fn shown(field: &Field) -> String {
    let (before, behind) = field.text().split_at(field.cursor());
    format!("{before}|{behind}")
}

fn typed(field: &mut Field, text: &str) {
    for c in text.chars() {
        field.key(Key::char(c));
    }
}

#[test]
fn edits_like_everyone_expects() {
    let mut field = Field::block("een\ntwee drie");
    field.command(Command::DeleteWord, (80, 5));
    assert_eq!(field.text(), "een\ntwee ");
    field.command(Command::CursorUp, (80, 5));
    field.command(Command::CursorHome, (80, 5));
    field.paste("a\u{202e}b\r\nc");
    assert_eq!(field.text(), "ab\nceen\ntwee ");
    field.command(Command::DeleteLine, (80, 5));
    assert_eq!(field.text(), "ab\n\ntwee ");
}

#[test]
fn a_line_never_holds_a_break_and_no_field_anything_invisible() {
    let mut field = Field::line("");
    assert_eq!(field.paste("x\ny\u{200b}"), 1);
    assert!(!field.command(Command::Newline, SIGHT));
    assert!(!field.key(Key::char('\u{202e}')));
    assert_eq!(field.text(), "x y");
    field.set("a\u{1b}[2Jb\nc");
    assert_eq!(field.text(), "a[2Jb c");
}

#[test]
fn every_editing_command_does_its_part() {
    use Command as C;
    let line = || after(Field::line("de huur, vrijdag"), &[C::WordLeft, C::WordLeft]);
    assert_eq!(shown(&line()), "de huur|, vrijdag");
    for (commands, expected) in [
        (&[C::WordLeft][..], "de |huur, vrijdag"),
        (&[C::WordRight], "de huur,| vrijdag"),
        (&[C::DeleteWord], "de |, vrijdag"),
        (&[C::DeleteWordNext], "de huur| vrijdag"),
        (&[C::DeleteToStart], "|, vrijdag"),
        (&[C::DeleteToEnd], "de huur|"),
        (&[C::DeleteLine], "|"),
        (&[C::Backspace], "de huu|, vrijdag"),
        (&[C::DeleteNext], "de huur| vrijdag"),
        (&[C::CursorHome], "|de huur, vrijdag"),
        (&[C::CursorEnd], "de huur, vrijdag|"),
        (&[C::TextStart, C::CursorRight], "d|e huur, vrijdag"),
        (&[C::DeleteToEnd, C::TextUndo], "de huur|, vrijdag"),
        (&[C::DeleteToEnd, C::TextUndo, C::TextRedo], "de huur|"),
    ] {
        assert_eq!(shown(&after(line(), commands)), expected, "{commands:?}");
    }
}

#[test]
fn what_looks_like_one_character_goes_as_one() {
    use Command as C;
    let text = "e\u{301}👍🏽🇳🇱語";
    let mut field = Field::line(text);
    for expected in ["e\u{301}👍🏽🇳🇱", "e\u{301}👍🏽", "e\u{301}", ""] {
        field.command(C::Backspace, SIGHT);
        assert_eq!(field.text(), expected);
    }
    let mut field = after(Field::line(text), &[C::TextStart, C::DeleteNext]);
    assert_eq!(field.text(), "👍🏽🇳🇱語");
    // An accent that joins with the letter before leaves the cursor behind both.
    field.set("ex");
    field.command(C::CursorLeft, SIGHT);
    field.key(Key::char('\u{301}'));
    assert_eq!(shown(&field), "e\u{301}|x");
}

#[test]
fn a_step_back_is_a_word_a_paste_or_a_template() {
    let mut field = Field::line("");
    typed(&mut field, "de huur ");
    field.paste("wordt vrijdag");
    typed(&mut field, "!?");
    let mut seen = vec![];
    while field.undo() {
        seen.push(field.text().to_owned());
    }
    assert_eq!(seen, ["de huur wordt vrijdag", "de huur ", "de ", ""]);
    while field.redo() {}
    assert_eq!(field.text(), "de huur wordt vrijdag!?");
    // Moving begins a new step; erasing in one go is one.
    let mut field = Field::line("");
    typed(&mut field, "abc");
    field.command(Command::CursorLeft, SIGHT);
    typed(&mut field, "x");
    field.command(Command::Backspace, SIGHT);
    field.command(Command::Backspace, SIGHT);
    assert_eq!(field.text(), "ac");
    field.undo();
    assert_eq!(shown(&field), "abx|c");
    field.undo();
    assert_eq!(shown(&field), "ab|c");
    field.undo();
    assert_eq!(shown(&field), "|");
    typed(&mut field, "y");
    assert!(!field.redo(), "something new was typed");
    field.set("Beste ::");
    field.insert_over(2, "{melder},\nwij", 0);
    assert_eq!(shown(&field), "Beste |{melder}, wij");
    field.undo();
    assert_eq!(shown(&field), "Beste ::|");
}

#[test]
fn going_up_and_down_keeps_the_column() {
    use Command as C;
    // Shown as: "de huur", "wordt", "vrijdag", "", "geïnd door".
    let mut field = Field::block("de huur wordt vrijdag\n\ngeïnd door");
    let mut seen = vec![];
    while field.command(C::CursorUp, SIGHT) {
        seen.push(shown(&field));
    }
    assert_eq!(seen[0], "de huur wordt vrijdag\n|\ngeïnd door");
    assert_eq!(seen[1], "de huur wordt vrijdag|\n\ngeïnd door");
    assert_eq!(seen.last().unwrap(), "de huur| wordt vrijdag\n\ngeïnd door");
    while field.command(C::CursorDown, SIGHT) {}
    assert_eq!(field.cursor(), field.text().len(), "back where it began");
    assert!(!field.command(C::CursorDown, SIGHT), "there is no further line");
    // A word longer than a line: the end of a shown line stays in that line.
    let mut field = after(Field::block("abcdefghijklmno"), &[C::TextStart, C::CursorEnd]);
    assert_eq!(field.cursor(), 9);
    field.command(C::CursorDown, SIGHT);
    assert_eq!(field.cursor(), 15);
}

#[test]
fn a_long_text_scrolls_by_pages_and_back() {
    use Command as C;
    let text: Vec<String> = (1..=50).map(|line| format!("regel {line}")).collect();
    let mut field = after(Field::block(&text.join("\n")), &[C::TextStart]);
    field.follow(SIGHT);
    for _ in 0..3 {
        field.command(C::TextPageDown, SIGHT);
    }
    assert_eq!(field.text()[..field.cursor()].matches('\n').count(), 9);
    assert_eq!(field.top(9, 4), 6);
    // Going up inside the page scrolls nothing.
    field.command(C::CursorUp, SIGHT);
    assert_eq!(field.top(8, 4), 6);
    field.command(C::TextPageUp, SIGHT);
    assert_eq!(field.top(5, 4), 5);
}
