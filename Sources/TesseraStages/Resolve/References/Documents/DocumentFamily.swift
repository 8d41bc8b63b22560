/// Documents whose symbols the program knows.
public enum DocumentFamily: String, Sendable, CaseIterable {
    /// United Nations: `A/CONF.192/15`, `UNSCR 1540 (2004)`.
    case unitedNations = "un"
    /// Organization of American States: `AG/RES. 2297 (XXXVII-O/07)`.
    case americanStates = "oas"
    /// European Union: `2003/468/CFSP`, `Regulation (EC) No 428/2009`.
    case europeanUnion = "eu"
    /// Organization for Security and Co-operation in Europe: `FSC.DEC/7/04`.
    case securityInEurope = "osce"
    /// United States: `22 U.S.C. 2778`, `Executive Order 11958`, `DSP-83`.
    case unitedStates = "us"
    /// Acts by their titles, of any country: `Gun Control Act of 1968`.
    case acts
}
