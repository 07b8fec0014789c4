//! A telephone number as a QR code (ISO/IEC 18004) of `tel:`, as rows of half blocks: for the camera of a mobile. Dark modules are filled, so
//! it must be drawn dark on light.

use qrcode::{Color, EcLevel, QrCode};

/// Light modules around it. Four are asked for; what surrounds it on a screen is light too.
const QUIET: usize = 2;

/// The rows of the code, two modules to a character; nothing when there is no number in the text.
pub fn number_code(number: &str) -> Option<Vec<String>> {
    let address = tel(number)?;
    let code = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::M).ok()?;
    let (width, colors) = (code.width(), code.to_colors());
    let dark = |x: usize, y: usize| {
        let inside = |at: usize| at.checked_sub(QUIET).filter(|at| *at < width);
        matches!((inside(x), inside(y)), (Some(x), Some(y)) if colors.get(y * width + x) == Some(&Color::Dark))
    };
    let side = width + 2 * QUIET;
    let row = |y: usize| -> String {
        let half = |x: usize| match (dark(x, y), dark(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        };
        (0..side).map(half).collect()
    };
    Some((0..side).step_by(2).map(row).collect())
}

/// `tel:+31855550101`: the digits of a number as it is written, up to where something else begins.
fn tel(number: &str) -> Option<String> {
    let number = number.trim();
    let mut digits = String::from(if number.starts_with('+') { "+" } else { "" });
    for c in number.trim_start_matches('+').chars() {
        match c {
            '0'..='9' => digits.push(c),
            ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}' => {}
            _ => break,
        }
    }
    // `+31 (0)85`: the nought is for who calls from here.
    let digits = if number.contains("(0)") && number.starts_with('+') { digits.replacen("310", "31", 1) } else { digits };
    (digits.len() > 2).then(|| format!("tel:{digits}"))
}

#[cfg(test)]
mod tests {
    use super::{number_code, tel};

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (written, read) in [
            ("+31 85 555 0101", Some("tel:+31855550101")),
            ("030-555 01 23", Some("tel:0305550123")),
            ("+31 (0)85 555 0101", Some("tel:+31855550101")),
            ("14 030", Some("tel:14030")),
            ("085 555 0101 toestel 12", Some("tel:0855550101")),
            ("via het secretariaat", None),
            ("", None),
        ] {
            assert_eq!(tel(written).as_deref(), read, "{written}");
        }
    }

    #[test]
    fn the_code_is_square_with_light_around_it_and_its_three_corners() {
        let rows = number_code("+31 85 555 0101").unwrap();
        let side = rows[0].chars().count();
        assert_eq!(rows.len(), side.div_ceil(2));
        assert!(rows[0].chars().all(|c| c == ' ') && rows.iter().all(|row| row.starts_with("  ") && row.chars().count() == side));
        // The top of a corner: seven dark modules, then the frame around a dark square of three.
        assert!(rows[1].starts_with("  █▀▀▀▀▀█"), "{rows:#?}");
        assert!(rows[1].trim_end().ends_with("█▀▀▀▀▀█"), "{rows:#?}");
        assert!(rows[2].starts_with("  █ ███ █"), "{rows:#?}");
        assert_eq!(number_code("geen"), None);
    }
}
