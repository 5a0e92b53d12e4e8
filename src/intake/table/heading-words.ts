import type { GuardianField, PersonField, YouthField } from './column-field.ts';

/**
 * Headings as lists write them: bokmål, nynorsk, English; without case, space, dot, accent (ø → o, å → a, æ → ae).
 * The list is ours: VIGO's own layouts are not public (domain notes §2.1).
 */
export const personWords: Readonly<Record<PersonField, string>> = {
  nationalId:
    'fodselsnummer fodselsnr foedselsnummer foedselsnr fnr elevfnr personnummer personnr fodselsogpersonnummer fodselsnummerdnummer ' +
    'fodselsnrdnr fnrdnr dnummer dnr identitetsnummer idnummer nationalid nationalidnumber nationalidentitynumber ssn',
  firstName: 'fornavn fornamn firstname givenname givennames forenames',
  middleName: 'mellomnavn mellomnamn middlename',
  lastName: 'etternavn etternamn slektsnavn slektsnamn lastname surname familyname',
  fullName:
    'navn namn fulltnavn fulltnamn heltnavn elevnavn elevnamn elevensnavn elevensnamn sokernavn sokjarnamn ungdom elev ' +
    'fornavnetternavn fornavnogetternavn fornamnogetternamn name fullname pupil youth',
  surnameFirst:
    'etternavnfornavn etternavnogfornavn etternamnfornamn etternamnogfornamn etternavnfornavnmellomnavn lastnamefirstname surnamefirstname',
  born: 'fodselsdato foedselsdato fodselsdag fdato foddato fodt fodd dateofbirth birthdate birthday dob born',
  street:
    'adresse gateadresse gate gateadr adr postadresse bostedsadresse bustadadresse adresselinje1 adresse1 gateveg gatevei ' +
    'folkeregistrertadresse address streetaddress street postaladdress address1 addressline1',
  street2: 'adresselinje2 adresse2 co coadresse address2 addressline2',
  street3: 'adresselinje3 adresse3 address3 addressline3',
  postcode: 'postnr postnummer postkode postalcode postcode zip zipcode',
  place: 'poststed poststad sted stad by city town place postalplace',
  postcodeAndPlace:
    'postnrsted postnrpoststed postnrogsted postnrogpoststed postnummersted postnummerpoststed postnummerogsted postnummerogpoststed ' +
    'postnrstad postnrogstad postnrogpoststad postnummerogpoststad',
  country: 'land bostedsland bustadland country',
  addressProtection:
    'adressesperre adressebeskyttelse adressegradering adressekode gradering skjermet skjerma skjerming sperretadresse sperraadresse ' +
    'diskresjonskode diskresjon hemmeligadresse fortroligadresse sperrekode kode67 kode6eller7 kode6og7 addressprotection protection',
  mobile:
    'mobil mobilnr mobilnummer mobiltelefon mobiltelefonnr mobiltelefonnummer mobiltlf mob mobnr sms smsnummer mobile mobilenumber mobilephone cellphone',
  phone:
    'telefon telefonnr telefonnummer tlf tlfnr tlfnummer fasttelefon hustelefon heimetelefon hjemmetelefon telefonprivat privattelefon ' +
    'phone phonenumber telephone landline',
  email: 'epost epostadresse epostadr epostadressa email emailaddress mail mailadresse',
};

export const youthWords: Readonly<Record<YouthField, string>> = {
  transferCode: 'kode oskode overforingskode statuskode status vigokode vigostatus vigostatuskode transfercode code',
  municipality:
    'kommune bostedskommune bostedkommune bustadkommune hjemkommune hjemmekommune heimkommune heimekommune municipality',
  municipalityNumber: 'kommunenr kommunenummer knr municipalitynumber municipalitycode',
  municipalityName: 'kommunenavn kommunenamn municipalityname',
  languageForm: 'malform maalform skriftsprak sprakform hovedmal hovudmal languageform',
  unit: 'enhet otenhet eining oteining tilknytning otkontor kontor unit otunit office',
  unitNumber: 'enhetsnr enhetsnummer enhetnr einingsnr otenhetsnr otenhetnr tilknytningnr tilknytningsnr unitnumber',
  unitName: 'enhetsnavn enhetnavn einingsnamn otenhetsnavn tilknytningnavn tilknytningsnavn tilknytingsnamn unitname',
  school: 'skole skule skolenavn skulenamn sisteskole sisteskule avgiverskole avgivarskule school schoolname',
  caseworker:
    'saksbehandler saksbehandlar sakshandsamar radgiver radgivar otradgiver otradgivar veileder rettleiar caseworker adviser advisor',
  caseworkerLogin:
    'saksbehandlerid saksbehandlerident saksbehandlerbrukernavn brukernavn brukarnamn brukerident login caseworkerlogin',
  caseworkerName: 'saksbehandlernavn saksbehandlarnamn caseworkername',
  deceased: 'dod doed dodsdato deceased dead dateofdeath',
  emigrated: 'utvandret utvandra utflyttet utflytta emigrated',
  manualOnly: 'manuellstopp manuellsperre manuellhandtering manuellhandsaming kunmanuelt berremanuelt manualonly',
  reserved: 'reservert reservasjon reservertmotdigitalt digitalreservasjon krrreservasjon reserved',
  personStatus: 'personstatus folkeregisterstatus registerstatus',
  courseCode: 'programomradekode promrkode kurskode utdanningsprogramkode coursecode',
  courseName: 'programomrade programomradenavn programomradenamn promrnavn kursnavn kursnamn coursename',
  courseFrom: 'kursstart start startdato oppstart oppstartsdato startdate',
  courseTo: 'kursslutt slutt sluttdato sluttdag enddate',
};

export const guardianWords: Readonly<Record<Exclude<GuardianField, PersonField>, string>> = {
  relation: 'relasjon relation slektskap rolle role tilknyting tilknytning',
  responsibility: 'foreldreansvar ansvar foreldreansvaret responsibility parentalresponsibility',
  addressHidden:
    'skalikkekjenneadressen skalikkjekjenneadressa skalikkevitebosted adresseskjultfor adressaskjultfor ' +
    'skjultbosted skjultbustad addresshidden addresshiddenfrom',
  confidential: 'taushet taushetsplikt teieplikt teiepliktovanfor taushetspliktoverfor confidential confidentiality',
  deceased: 'dod doed dodsdato deceased dead',
  emigrated: 'utvandret utvandra utflyttet utflytta emigrated',
};
