/**
 * First names that are each their own, so that Maren and Karen, Martin and Martine or Andreas and Andrea are taken for two
 * people and not for a slip. Common names in Norway; what the register itself has twice or more is known as well.
 */
const names = `
ada adam adele adrian agnes ahmad ahmed aisha aksel albert alexander alexandra alfred ali alina alma alva alvin amalie amanda
amelia amina amund ana anders andre andrea andreas anette anita anja ann anna annabel anne annika anton ariana arne aron arthur
asbjorn ase aslak astrid august aurora axel bastian beate benedicte benjamin bente berit birgit birk bjarne bjorn bjornar brage
brit camilla caroline casper cathrine cecilie celine charlotte christian christina christine christoffer daniel daniela david dina
edvard eilif einar eira eirik elena eli elias elin eline elisa elisabeth elise ella ellen elliot elsa else elvira emil emilia
emilie emily emma emrik endre erik erika erlend eskil espen eva even evelina fabian falk fatima ferdinand filip frank fredrik frida
frode gabriel gard geir georg gina gjermund gro gunnar gunn guro gustav hakon halvor hana hanna hannah hanne hans harald harry hassan
havard hedda hege heidi heine helena helene helge helle henriette henrik herman hermine hilda hilde hugo ibrahim ida idun inga ingeborg
inger ingri ingrid ingvild ingvar isa isabel isabella isabelle isak iselin ivan ivar iver jakob jan jana janne jens jenny jo joakim
johan johanna johannes john johnny jon jonas jonathan jorgen jorn jorunn josefine julia julian juliane julie kaja karen kari karin karina
karl karoline kasper katarina katrine kenneth kevin khalid kim kira kjell kjersti kjetil klara knut konrad kristian kristin kristina
kristine kristoffer lars lasse laura lea leah leif lena lene leo leon leonora liam lilja lilly lina linda line linn linnea lisa lise liv
live liva lone lotte louis louise lucas lukas lydia mads magne magnus maia maja malene malin maren margrethe mari maria mariam mariann
marianne marie marina marion marit marius mark markus marte martha martin martina martine mary maryam mathea mathias mathilde mats matilda
max melissa mette mia michael michelle mikael mikkel mila milla mille milo mina minh mira miriam mohammed mona monica morten mustafa nadia
natalie nathalie nathan nicolas nicolai niklas nikolai nils nina noah noel nora odd oda odin ola olai olaf olav ole oliver olivia omar oskar
otto patrick paul paulina peder per pernille peter petra petter philip ragna ragnar ragnhild randi rebecka rebekka reidar rikke robert robin
roger roland rolf ronja rune runa sana sander sandra sara sebastian selma selena sigurd signe sigrid silje silja simen simon sina siri
sissel siv sivert snorre sofia sofie solveig sondre stein steinar stella stian stine storm sturla sunniva susanne svein sven svend
sverre synne synnove tage tarjei tea terje thea thelma theo theodor therese thomas tilda tilde tim tina tine tiril tobias tom tommy tomine
tone tonje tor tora torbjorn tord tore torgeir torill torstein trine tristan trond trude truls trym turid tuva ulrik ulrikke una vanessa
vebjorn vegar vegard veronica veronika vetle victor victoria vida vidar vilde viljar vilja villem vilma vincent vivian viviann william wilma
yasmin amna husein hussein abdirahman abdirahim yngve ylva yusuf zahra zainab oyvind oystein ake asa ashild asne`;

/** The names, folded by the caller's rule. */
export function knownGivenNames(foldName: (name: string) => string): ReadonlySet<string> {
  return new Set(names.trim().split(/\s+/).map(foldName));
}
