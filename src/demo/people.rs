//! Invented people and where they work. Nobody in it exists; phone numbers and mail addresses lead nowhere.

use super::random::Random;
use crate::domain::{fold::fold, municipality::Municipality, signal::Reporter};

/// First names and surnames that go together.
struct Origin {
    first: &'static [&'static str],
    last: &'static [&'static str],
}

const DUTCH: Origin = Origin {
    first: &[
        "Anneke",
        "Bram",
        "Carla",
        "Daniël",
        "Eva",
        "Floor",
        "Gijs",
        "Hélène",
        "Ilse",
        "Joost",
        "Karin",
        "Loes",
        "Maartje",
        "Niels",
        "Petra",
        "Renée",
        "Sander",
        "Thijs",
        "Zoë",
        "Willemijn",
    ],
    last: &[
        "de Vries",
        "van den Berg",
        "Smit",
        "Meijer",
        "de Boer",
        "Mulder",
        "de Groot",
        "Bos",
        "Vos",
        "Peters",
        "Hendriks",
        "van Leeuwen",
        "Dekker",
        "Brouwer",
        "de Wit",
        "Smits",
        "de Graaf",
        "van der Meer",
        "Kuipers",
        "in 't Veld",
        "van 't Hof",
        "Ĳsselstein",
        "van Ooijen",
        "Wolters",
        "Lambrechts",
        "Schipper",
        "Janssen",
        "Verhoeven",
        "Kok",
        "Geerts",
    ],
};
const FRISIAN: Origin = Origin {
    first: &["Fenna", "Jildou", "Sjûkje", "Wytske", "Tjeerd", "Sytse", "Hylke", "Nynke", "Douwe", "Gryt"],
    last: &["Hoekstra", "Postma", "Bruinsma", "Wiersma", "Sikkema", "Hylkema", "Dijkstra", "Tjeerdsma", "Rypkema", "Terpstra"],
};
const TURKISH: Origin = Origin {
    first: &["Ömer", "Ayşe", "Gülşen", "Çağla", "Emre", "Fatma", "Hüseyin", "İpek", "Kemal", "Şeyma"],
    last: &["Aslan", "Yıldız", "Özdemir", "Şahin", "Kaya", "Çelik", "Demir", "Yılmaz", "Koç", "Güneş"],
};
const MOROCCAN: Origin = Origin {
    first: &["Saïd", "Naïma", "Mohammed", "Fatiha", "Youssef", "Samira", "Rachid", "Loubna", "Khalid", "Aïcha"],
    last: &["el Idrissi", "Benali", "Aït Haddou", "El Bouazzaoui", "Amrani", "Chaoui", "Bouzid", "Tahiri", "Ouali", "Essaïdi"],
};
const POLISH: Origin = Origin {
    first: &["Agnieszka", "Paweł", "Małgorzata", "Łukasz", "Elżbieta", "Krzysztof", "Joanna", "Michał"],
    last: &["Nowak", "Mazur", "Wójcik", "Krawczyk", "Kaczmarek", "Łukasik", "Gałązka", "Sobczak"],
};
const SURINAMESE: Origin = Origin {
    first: &["Sharmila", "Kenneth", "Roy", "Anil", "Sunita", "Ruben", "Chantal", "Dewi", "Soerin", "Marlène"],
    last: &["Ramdin", "Wijngaarden", "Pinas", "Bhagwandin", "Baptiste", "Mangal", "Kartosen", "Esajas", "Tjon-A-Fat", "Doorson"],
};

/// A name as it stands on a card: initial and surname, now and then the first name.
pub fn name(random: &mut Random) -> String {
    let origin =
        random.weighted(&[(52, &DUTCH), (12, &FRISIAN), (11, &TURKISH), (10, &MOROCCAN), (6, &POLISH), (9, &SURINAMESE)]);
    let (first, last) = (random.pick(origin.first), random.pick(origin.last));
    if random.chance(30) { format!("{first} {last}") } else { initialled(first, last) }
}

/// With an initial, as deputies and directors are listed.
pub fn short_name(random: &mut Random) -> String {
    let origin = random.weighted(&[(60, &DUTCH), (12, &FRISIAN), (10, &TURKISH), (9, &MOROCCAN), (9, &SURINAMESE)]);
    let (first, last) = (random.pick(origin.first), random.pick(origin.last));
    initialled(first, last)
}

/// A phone number that no operator hands out in this form.
pub fn phone(random: &mut Random) -> String {
    format!("+31 85 555 {:04}", random.between(1000, 9999))
}

/// The central number of an organisation: the same for everybody there.
pub fn central_phone(organisation: &str) -> String {
    let sum = organisation.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    format!("+31 85 555 {:04}", 1000 + sum % 9000)
}

/// A mobile number of the same kind.
pub fn mobile(random: &mut Random) -> String {
    format!("+31 6 555 {:05}", random.between(10_000, 99_999))
}

/// The part before the @: initial and surname, plain letters only.
pub fn mailbox(name: &str) -> String {
    let folded = fold(name);
    let initial = folded.chars().next().unwrap_or('x');
    let surname: String =
        folded.split_once(' ').map_or("", |(_, rest)| rest).chars().filter(char::is_ascii_alphanumeric).collect();
    format!("{initial}.{surname}")
}

const FUNCTIONS: &[&str] = &[
    "zorgmarinier",
    "sociaal pontonnier",
    "maatwerkfunctionaris",
    "doorbraakregisseur",
    "procesregisseur",
    "casusregisseur",
    "gezinsregisseur",
    "klantregisseur",
    "schuldhulpverlener",
    "wijkteammedewerker",
    "maatschappelijk werker",
    "jongerencoach",
    "coördinerend professional",
];

const OTHER_EMPLOYERS: &[(&str, &str)] = &[
    ("Stichting De Oever", "deoever"),
    ("Maatschappelijk Werk Het Baken", "hetbaken"),
    ("Stichting Lumen", "lumen"),
    ("Opvanghuis De Luwte", "deluwte"),
    ("Wijkteam Noord", "wijkteamnoord"),
    ("Rechtswinkel De Balie", "debalie"),
];

/// A professional who reports: mostly from the household's own municipality.
pub fn reporter(random: &mut Random, municipality: &Municipality) -> Reporter {
    let name = name(random);
    let (organisation, domain) = if random.chance(82) {
        (format!("Gemeente {}", municipality.name), format!("gm{}", municipality.code))
    } else {
        let (organisation, domain) = random.pick(OTHER_EMPLOYERS);
        ((*organisation).to_owned(), (*domain).to_owned())
    };
    Reporter {
        mail: format!("{}@{domain}.voorbeeld.nl", mailbox(&name)).into(),
        name: name.into(),
        function: random.pick(FUNCTIONS).into(),
        organisation: organisation.into(),
        phone: phone(random).into(),
    }
}

fn initialled(first: &str, last: &str) -> String {
    let initial: String = first.chars().take(1).collect();
    format!("{initial}. {last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_are_plain() {
        assert_eq!(mailbox("Gülşen Özdemir"), "g.ozdemir");
        assert_eq!(mailbox("S. in 't Veld"), "s.intveld");
        assert_eq!(mailbox("İpek Yıldız"), "i.yildiz");
    }

    #[test]
    fn names_vary() {
        let mut random = Random::new(7);
        let names: std::collections::BTreeSet<String> = (0..500).map(|_| name(&mut random)).collect();
        assert!(names.len() > 250, "{}", names.len());
        assert!(names.iter().any(|name| !name.is_ascii()));
    }
}
