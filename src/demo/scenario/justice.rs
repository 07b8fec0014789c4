//! Scenarios about justice: release, probation, victims, legal aid. Data only.

use super::{PLAIN, Ruling, Scenario};
use crate::domain::signal::{LifeDomain::*, Urgency};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        titles: &["Vrijlating zonder adres en zonder inkomen", "Geen opvang na detentie, reclassering vastgelopen"],
        domains: &[Justice, Housing, Finances],
        bodies: &[
            ("DJI", "De datum van vrijlating staat vast."),
            ("RN", "Kan zonder adres het toezicht niet starten."),
            ("GM", "Neemt een aanvraag pas na vrijlating in behandeling."),
        ],
        threat: Some("vrijlating"),
        urgency: Urgency::High,
        reason: "Op de dag van vrijlating is er geen bed en geen inkomen.",
        account: &[
            "Meneer komt vrij na {maanden} maanden detentie en heeft geen adres.",
            "De reclassering kan het toezicht niet starten zonder adres en de gemeente neemt de aanvraag pas na vrijlating in behandeling.",
            "De opvang vraagt een inkomen of een indicatie.",
            "Zonder plek is terugval volgens de reclassering vrijwel zeker.",
        ],
        stalemate: "Alles begint bij een adres en niemand kan het vóór de vrijlating geven.",
        tried: &[("Aanvraag vooraf ingediend", "sociale dienst"), ("Plek gevraagd", "maatschappelijke opvang")],
        household_wants: "Een plek om te beginnen.",
        professional_wants: "Uitkering en opvang rond op de dag van vrijlating.",
        ..PLAIN
    },
    Scenario {
        titles: &["Kliniek wil opnemen, titel ontbreekt", "Plek in verslavingskliniek vervalt"],
        domains: &[SubstanceUse, Justice, MentalHealth],
        bodies: &[
            ("SVG", "Adviseert opname, maar kan die niet bekostigen."),
            ("DJI", "Betaalt alleen zolang er een strafrechtelijke titel is."),
        ],
        threat: Some("plek vervalt"),
        urgency: Urgency::High,
        reason: "De kliniek houdt het bed niet langer vrij.",
        account: &[
            "Meneer is gemotiveerd voor een opname en de kliniek heeft een bed.",
            "De strafrechtelijke titel loopt over {weken} weken af, korter dan de opname duurt.",
            "De zorgverzekeraar neemt de kosten pas over na een nieuwe verwijzing.",
            "De wachttijd voor een andere plek is {maanden} maanden.",
        ],
        stalemate: "De opname begint onder de ene wet en eindigt onder de andere.",
        tried: &[
            ("Overname van de kosten gevraagd", "zorgverzekeraar"),
            ("Verlenging van de titel besproken", "openbaar ministerie"),
        ],
        household_wants: "Nu opgenomen worden.",
        professional_wants: "Vooraf vastleggen wie na afloop van de titel betaalt.",
        ..PLAIN
    },
    Scenario {
        titles: &["Gijzeling dreigt tijdens behandeling", "Oude boetes, opname in kliniek in gevaar"],
        domains: &[Justice, MentalHealth, Debts],
        bodies: &[
            ("CJIB", "Heeft de vordering tot gijzeling ingediend."),
            ("RN", "Adviseert de behandeling niet te onderbreken."),
        ],
        ruling: Some(Ruling { body: "CJIB", kind: "Wahv-beschikking met tweede verhoging", prefix: "WAHV" }),
        euros: (700, 3_300),
        threat: Some("gijzeling"),
        urgency: Urgency::High,
        reason: "De zitting over de gijzeling is al gepland.",
        account: &[
            "Mevrouw is {weken} weken geleden opgenomen en de behandeling slaat aan.",
            "Er staan {aantal} onbetaalde boetes open, samen {bedrag}.",
            "Zij kan door de opname geen regeling betalen en kreeg daarom de vordering tot gijzeling.",
            "De behandelaar verklaart dat onderbreking schadelijk is.",
        ],
        stalemate: "Betalen kan niet door de opname, en de opname is geen reden om te stoppen met innen.",
        tried: &[("Noodstopprocedure aangevraagd", "CJIB"), ("Verklaring van de behandelaar gestuurd", "CJIB")],
        household_wants: "De behandeling afmaken.",
        professional_wants: "Opschorten tot na de opname en dan een regeling.",
        ..PLAIN
    },
    Scenario {
        titles: &["Uitkering schadefonds telt mee als vermogen", "Bijstand stopt na vergoeding voor geweld"],
        domains: &[Finances, MentalHealth, Justice],
        bodies: &[
            ("SGM", "Heeft een uitkering voor leed toegekend."),
            ("GM", "Rekent het bedrag boven de grens tot het vermogen."),
        ],
        ruling: Some(Ruling { body: "GM", kind: "beëindiging bijstand", prefix: "PW" }),
        euros: (5_000, 20_000),
        threat: Some("uitkering stopt"),
        urgency: Urgency::Normal,
        reason: "De uitkering stopt per de eerste van de maand.",
        account: &[
            "Mevrouw kreeg {bedrag} van het Schadefonds Geweldsmisdrijven.",
            "De gemeente rekent dat bedrag tot het vermogen en stopt de bijstand.",
            "Het geld is bedoeld voor behandeling en een veilige woning.",
            "Zij durft het niet uit te geven en leeft nu van {inhouding} per maand.",
        ],
        stalemate: "Wat het rijk geeft voor leed, trekt de bijstand er weer af.",
        tried: &[("Verzoek om vrijlating van het bedrag gedaan", "sociale dienst"), ("Toelichting opgevraagd", "Schadefonds")],
        household_wants: "De vergoeding gebruiken waarvoor zij bedoeld is.",
        professional_wants: "Vrijlating van de hele vergoeding.",
        ..PLAIN
    },
    Scenario {
        titles: &["Geen advocaat door inkomen van twee jaar terug", "Toevoeging afgewezen op oud inkomen"],
        domains: &[Justice, Finances, Relations],
        bodies: &[
            ("RvR", "Rekent met het peiljaar tot verlegging is toegekend."),
            ("BD", "Heeft het inkomen over dat jaar nog niet herzien."),
        ],
        ruling: Some(Ruling { body: "RvR", kind: "afwijzing toevoeging", prefix: "TOE" }),
        euros: (400, 1_100),
        threat: Some("zitting"),
        urgency: Urgency::Normal,
        reason: "De zitting staat vast en er is nog geen advocaat.",
        account: &[
            "Mevrouw heeft een advocaat nodig voor een zitting over het gezag.",
            "De toevoeging is afgewezen op het inkomen van twee jaar geleden, toen zij nog werkte.",
            "Verlegging van het peiljaar wacht op een herziene aanslag.",
            "De eigen bijdrage van {bedrag} kan zij niet betalen.",
        ],
        stalemate: "De Raad wacht op de aanslag en de aanslag komt na de zitting.",
        tried: &[
            ("Peiljaarverlegging aangevraagd", "Raad voor Rechtsbijstand"),
            ("Uitstel van de zitting gevraagd", "rechtbank"),
        ],
        household_wants: "Een advocaat bij de zitting.",
        professional_wants: "Een voorlopige toevoeging op het inkomen van nu.",
        ..PLAIN
    },
];
