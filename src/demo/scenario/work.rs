//! Scenarios about work and income: UWV, SVB, social assistance. Data only.

use super::{PLAIN, Ruling, Scenario};
use crate::domain::signal::{LifeDomain::*, Urgency};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        titles: &["Wajong geschorst omdat briefadres ontbreekt", "Uitkering UWV stopt zonder adres"],
        domains: &[Work, Housing, MentalHealth],
        bodies: &[("UWV", "Schorst de uitkering tot er een adres is."), ("GM", "Onderzoekt of er binding met de gemeente is.")],
        ruling: Some(Ruling { body: "UWV", kind: "schorsing Wajong", prefix: "WJ" }),
        threat: Some("uitkering stopt"),
        urgency: Urgency::High,
        reason: "Volgende maand is er geen inkomen en geen slaapplek.",
        account: &[
            "Dakloze man met psychische klachten heeft al {maanden} maanden geen vast adres.",
            "Zonder briefadres schorst het UWV de uitkering; zonder uitkering neemt de opvang hem niet op.",
            "Hij vergeet afspraken en mist daardoor brieven waarop hij moet reageren.",
            "De huisarts dringt aan op rust en een vaste plek.",
        ],
        stalemate: "Het UWV vraagt een adres, de gemeente vraagt binding en de opvang vraagt inkomen.",
        tried: &[
            ("Contactpersoon als postadres voorgesteld", "UWV"),
            ("Briefadres aangevraagd", "burgerzaken"),
            ("Plek gevraagd in de opvang", "maatschappelijke opvang"),
        ],
        household_wants: "Een plek en de uitkering houden.",
        professional_wants: "De uitkering doorbetalen op het adres van de gemeente.",
        ..PLAIN
    },
    Scenario {
        titles: &["WIA-voorschot teruggevorderd na late keuring", "Terugvordering voorschot, keuring duurde te lang"],
        domains: &[Work, Finances, PhysicalHealth],
        bodies: &[("UWV", "Vordert terug omdat er achteraf geen recht was.")],
        ruling: Some(Ruling { body: "UWV", kind: "terugvordering WIA-voorschot", prefix: "WIA" }),
        euros: (4_200, 19_500),
        urgency: Urgency::Normal,
        reason: "De inhouding begint bij de volgende betaling.",
        account: &[
            "Mevrouw kreeg {maanden} maanden een voorschot omdat er geen verzekeringsarts was.",
            "Na de keuring bleek zij net onder de grens te zitten; het UWV vordert {bedrag} terug.",
            "Bijstand met terugwerkende kracht kan niet meer worden aangevraagd.",
            "Zij heeft het geld gebruikt voor huur en eten.",
        ],
        stalemate: "Het voorschot was nodig door de wachttijd van het UWV, maar de rekening is voor mevrouw.",
        tried: &[
            ("Verzoek om kwijtschelding ingediend", "UWV"),
            ("Bijstand met terugwerkende kracht besproken", "sociale dienst"),
        ],
        household_wants: "Niet terugbetalen wat al is uitgegeven aan levensonderhoud.",
        professional_wants: "Afzien van terugvordering over de maanden van de wachttijd.",
        ..PLAIN
    },
    Scenario {
        titles: &["Geen inkomen tussen Ziektewet en bijstand", "Twee loketten, acht weken zonder inkomen"],
        domains: &[Work, Finances, DailyLife],
        bodies: &[
            ("UWV", "Heeft de Ziektewet beëindigd; het bezwaar loopt."),
            ("GM", "Wil geen bijstand geven zolang het bezwaar loopt."),
        ],
        ruling: Some(Ruling { body: "UWV", kind: "beëindiging Ziektewet", prefix: "ZW" }),
        threat: Some("uitkering stopt"),
        urgency: Urgency::High,
        reason: "Er is geen geld voor eten en de huur van volgende maand.",
        account: &[
            "Het UWV heeft de Ziektewetuitkering beëindigd, terwijl de bedrijfsarts volledig werken afraadt.",
            "De gemeente geeft geen bijstand zolang het bezwaar bij het UWV loopt.",
            "Het gezin met {kinderen} leeft al {weken} weken van leningen van familie.",
            "De eerste aanmaning van de verhuurder is binnen.",
        ],
        stalemate: "De gemeente wacht op het UWV en het UWV neemt de volle tijd voor het bezwaar.",
        tried: &[
            ("Voorschot op bijstand gevraagd", "sociale dienst"),
            ("Gevraagd het bezwaar met voorrang te behandelen", "UWV"),
        ],
        household_wants: "Inkomen om de maand door te komen.",
        professional_wants: "Bijstand als voorschot, later te verrekenen met het UWV.",
        ..PLAIN
    },
    Scenario {
        titles: &["AOW-korting door geregistreerde inwoning", "AOW gekort na tijdelijk opvangen van familie"],
        domains: &[Finances, Housing, SocialNetwork],
        bodies: &[
            ("SVB", "Ziet een gezamenlijke huishouding zolang de inschrijving bestaat."),
            ("DT", "Herziet de huurtoeslag op dezelfde grond."),
        ],
        ruling: Some(Ruling { body: "SVB", kind: "herziening AOW", prefix: "AOW" }),
        euros: (900, 4_400),
        urgency: Urgency::Low,
        reason: "De korting loopt elke maand door.",
        account: &[
            "Een familielid trok na een brand tijdelijk in bij de AOW-gerechtigde.",
            "De SVB kort de AOW en Dienst Toeslagen herziet de huurtoeslag; samen {inhouding} per maand.",
            "Het familielid vindt geen woning door de wachttijd van {maanden} maanden.",
            "Uitschrijven zonder nieuw adres mag niet.",
        ],
        stalemate: "Wie familie opvangt wordt gekort, en wie haar uitschrijft maakt haar dakloos.",
        tried: &[("Bewijs van tijdelijk verblijf gestuurd", "SVB"), ("Urgentie aangevraagd", "woningcorporatie")],
        household_wants: "De volledige AOW terug.",
        professional_wants: "Tijdelijke inwoning na een ramp niet als gezamenlijke huishouding zien.",
        ..PLAIN
    },
    Scenario {
        titles: &["AIO stopt na verblijf bij zieke familie", "Aanvulling SVB ingetrokken wegens reis"],
        domains: &[Finances, SocialNetwork, DailyLife],
        bodies: &[("SVB", "De toegestane duur van het verblijf is overschreden.")],
        ruling: Some(Ruling { body: "SVB", kind: "intrekking AIO-aanvulling", prefix: "AIO" }),
        euros: (1_000, 3_800),
        threat: Some("uitkering stopt"),
        urgency: Urgency::Normal,
        reason: "De huur kan niet worden betaald van alleen de gekorte AOW.",
        account: &[
            "Mevrouw bleef langer dan toegestaan bij een stervend familielid in het buitenland.",
            "De SVB heeft de aanvulling ingetrokken en vordert {bedrag} terug.",
            "Een terugvlucht was door ziekte {weken} weken niet mogelijk; daarvan is een verklaring.",
            "Zij vraagt geen hulp uit schaamte.",
        ],
        stalemate: "De regel kent geen uitzondering voor ziekte onderweg en mevrouw kon niet eerder terug.",
        tried: &[("Verklaring van het ziekenhuis gestuurd", "SVB"), ("Bijzondere bijstand aangevraagd", "sociale dienst")],
        household_wants: "De aanvulling terug en geen schuld.",
        professional_wants: "Toepassing van de hardheidsclausule.",
        ..PLAIN
    },
    Scenario {
        titles: &["Beschut werk: baan klaar, indicatie niet", "Baan vervalt door wachten op indicatie UWV"],
        domains: &[Work, DayActivities, Participation],
        bodies: &[
            ("UWV", "Beoordeelt aanvragen op volgorde van binnenkomst."),
            ("GM", "Mag zonder advies van het UWV niet plaatsen."),
        ],
        threat: Some("baan vervalt"),
        urgency: Urgency::Normal,
        reason: "De werkgever houdt de plek nog kort vrij.",
        account: &[
            "Een werkgever wil meneer aannemen op een beschutte werkplek.",
            "Het advies van het UWV laat al {maanden} maanden op zich wachten.",
            "De gemeente mag zonder dat advies geen loonkostensubsidie geven.",
            "Bij een eerdere afwijzing viel meneer terug in oude problemen.",
        ],
        stalemate: "Werkgever, gemeente en meneer zijn het eens, maar het advies ontbreekt.",
        tried: &[("Spoedbeoordeling gevraagd", "UWV"), ("Proefplaatsing voorgesteld", "werkgever")],
        household_wants: "Beginnen met werken.",
        professional_wants: "Een voorlopig advies of een proefplaatsing met behoud van uitkering.",
        ..PLAIN
    },
];
