//! What the officers of each national body and ministry are about. Data only.

/// A body as its officers in the register see it.
#[derive(Debug, Clone, Copy)]
pub struct BodyProfile {
    /// Its code.
    pub code: &'static str,
    /// Domains and laws.
    pub domains: &'static [&'static str],
    /// What a mandate there does not cover.
    pub excludes: &'static [&'static str],
}

const fn body(code: &'static str, domains: &'static [&'static str], excludes: &'static [&'static str]) -> BodyProfile {
    BodyProfile { code, domains, excludes }
}

/// Every body and ministry of the list.
pub const BODIES: &[BodyProfile] = &[
    body("UWV", &["werk & opleiding", "Wajong", "WIA", "Ziektewet", "WW"], &["medische beoordelingen", "zaken bij de rechter"]),
    body("SVB", &["kinderbijslag", "AOW", "Anw", "AIO", "pgb"], &["betalingen buiten Nederland", "fraudeonderzoek"]),
    body("BD", &["schulden & beslag", "invordering", "inkomstenbelasting"], &["ondernemers", "fraudeonderzoek"]),
    body("DT", &["toeslagen", "kinderopvangtoeslag", "hersteloperatie"], &["compensatie boven de wettelijke grens"]),
    body("CJIB", &["schulden & beslag", "justitie", "Wahv"], &["boetes uit strafzaken", "ontnemingsmaatregelen"]),
    body("CAK", &["zorgverzekering & langdurige zorg", "wanbetalers", "eigen bijdrage"], &["indicaties", "polisvoorwaarden"]),
    body("DUO", &["onderwijs (DUO)", "studieschuld", "inburgering"], &["kwijtschelding", "diplomawaardering"]),
    body("IND", &["verblijf & identiteit", "gezinshereniging"], &["asielbesluiten", "naturalisatie"]),
    body("COA", &["huisvesting", "verblijf & identiteit", "opvang"], &["plaatsing buiten de regio"]),
    body("DTenV", &["verblijf & identiteit", "terugkeer"], &["uitstel van vertrek op medische gronden"]),
    body("DJI", &["justitie", "re-integratie"], &["datum van vrijlating", "verlof"]),
    body("RN", &["justitie", "toezicht"], &["huisvesting", "strafrechtelijke beslissingen"]),
    body("SVG", &["justitie", "middelengebruik"], &["bekostiging van opname"]),
    body("RvdK", &["kinderen & veiligheid", "huiselijke relaties"], &["beslissingen van de rechter"]),
    body("LBIO", &["financiën", "huiselijke relaties", "alimentatie"], &["hoogte van de alimentatie"]),
    body("CIZ", &["zorgverzekering & langdurige zorg", "Wlz"], &["medische diagnose", "keuze van zorgaanbieder"]),
    body("ZiNL", &["zorgverzekering & langdurige zorg", "verzekerd pakket"], &["afzonderlijke aanspraken"]),
    body("NZa", &["zorgverzekering & langdurige zorg", "bekostiging"], &["contracten van verzekeraars"]),
    body("RvIG", &["verblijf & identiteit", "BRP"], &["beslissingen van gemeenten"]),
    body("RvR", &["schulden & beslag", "rechtshulp", "Wsnp"], &["toelating tot de Wsnp"]),
    body("SGM", &["justitie", "slachtoffers"], &["schade die een verzekering vergoedt"]),
    body("RDW", &["kenteken", "tenaamstelling"], &["boetes", "motorrijtuigenbelasting"]),
    body("CBR", &["rijvaardigheid", "werk & opleiding"], &["medisch oordeel van de keuringsarts"]),
    body("HC", &["huisvesting", "huurgeschillen"], &["geliberaliseerde huur"]),
    body("IB", &["gegevensuitwisseling", "financiën"], &["besluiten van gemeenten"]),
    body("IMG", &["huisvesting", "mijnbouwschade"], &["versterking van woningen"]),
    body("SZW", &["werk & opleiding", "Participatiewet", "beleid"], &["afzonderlijke besluiten"]),
    body("VWS", &["zorgverzekering & langdurige zorg", "Jeugdwet", "beleid"], &["afzonderlijke besluiten"]),
    body("JenV", &["justitie", "verblijf & identiteit", "beleid"], &["afzonderlijke strafzaken"]),
    body("BZK", &["huisvesting", "BRP", "beleid"], &["besluiten van gemeenten"]),
    body("OCW", &["onderwijs (DUO)", "leerplicht", "beleid"], &["besluiten van scholen"]),
    body("FIN", &["toeslagen", "schulden & beslag", "beleid"], &["afzonderlijke aanslagen"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::organisation;

    #[test]
    fn the_table_and_the_list_of_bodies_name_the_same() {
        let listed: Vec<String> = organisation::bodies().into_iter().map(|body| body.code.0).collect();
        assert_eq!(BODIES.iter().map(|body| body.code).collect::<Vec<_>>(), listed);
    }
}
