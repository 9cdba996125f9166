<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Choose files with sentence pairs: TMX, tables, two text files and others</source>
        <translation>Dateien mit Satzpaaren wählen: TMX, Tabellen, zwei Textdateien und andere</translation>
    </message>
    <message>
        <source>&amp;Import a corpus…</source>
        <translation>Korpus &amp;importieren…</translation>
    </message>
    <message>
        <source>Open a run folder, also one copied from another computer or still being written</source>
        <translation>Ordner eines Laufs öffnen, auch von einem anderen Computer kopiert oder noch im Entstehen</translation>
    </message>
    <message>
        <source>Open a &amp;run folder…</source>
        <translation>&amp;Laufordner öffnen…</translation>
    </message>
    <message>
        <source>Open the folder where runs are kept</source>
        <translation>Den Ordner öffnen, in dem die Läufe liegen</translation>
    </message>
    <message>
        <source>Show the runs&apos; f&amp;older</source>
        <translation>&amp;Ordner der Läufe anzeigen</translation>
    </message>
    <message>
        <source>Close the program; a running training is asked about first</source>
        <translation>Das Programm schließen; bei laufendem Training wird vorher gefragt</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Start training with what is chosen in the train pane, or queue it</source>
        <translation>Das im Bereich „Trainieren“ Gewählte starten oder einreihen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Hold the run after the batch under way, or let it go on</source>
        <translation>Den Lauf nach dem aktuellen Batch anhalten oder weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Pause or resume</source>
        <translation>&amp;Pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Measure BLEU and chrF on the validation sentences now</source>
        <translation>BLEU und chrF jetzt auf den Validierungssätzen messen</translation>
    </message>
    <message>
        <source>&amp;Evaluate now</source>
        <translation>Jetzt be&amp;werten</translation>
    </message>
    <message>
        <source>End the run and keep what it has learnt</source>
        <translation>Den Lauf beenden und das Gelernte behalten</translation>
    </message>
    <message>
        <source>S&amp;top and keep</source>
        <translation>Stoppen und be&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>T&amp;ranslate</source>
        <translation>Ü&amp;bersetzen</translation>
    </message>
    <message>
        <source>&amp;Corpora</source>
        <translation>&amp;Korpora</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>Larger text everywhere</source>
        <translation>Überall größere Schrift</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text everywhere</source>
        <translation>Überall kleinere Schrift</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Kl&amp;einere Schrift</translation>
    </message>
    <message>
        <source>Text in its normal size</source>
        <translation>Schrift in normaler Größe</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>&amp;Normale Schriftgröße</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>E&amp;rscheinungsbild</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>Use the whole screen, or go back</source>
        <translation>Den ganzen Bildschirm nutzen oder zurück</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Six pages with pictures, and a glossary of the words that the window uses</source>
        <translation>Sechs Seiten mit Bildern und ein Glossar der Wörter, die das Fenster verwendet</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>An&amp;leitung</translation>
    </message>
    <message>
        <source>Five bubbles that show where things are</source>
        <translation>Fünf Sprechblasen, die zeigen, wo was ist</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>All keyboard shortcuts on one page</source>
        <translation>Alle Tastenkürzel auf einer Seite</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <source>Versions and licence</source>
        <translation>Versionen und Lizenz</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Links the words of sentences of the run in every way, and compares that with gold links, where there are any, and with a statistical aligner, which is trained on the run’s own training pairs in the background. This takes from seconds to some minutes.</source>
        <translation>Verbindet die Wörter von Sätzen des Laufs auf jede Weise und vergleicht das mit Referenzverbindungen, wo es welche gibt, und mit einem statistischen Aligner, der im Hintergrund mit den Trainingspaaren des Laufs trainiert wird. Das dauert Sekunden bis einige Minuten.</translation>
    </message>
    <message>
        <source>Compare the links</source>
        <translation>Verbindungen vergleichen</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Gegenprobe</translation>
    </message>
    <message>
        <source>How far the attention agrees with a statistical aligner that knows nothing of this model, and where the two part</source>
        <translation>Wie weit die Attention mit einem statistischen Aligner übereinstimmt, der nichts von diesem Modell weiß, und wo die beiden auseinandergehen</translation>
    </message>
    <message>
        <source>Comparing the links of “{run}”</source>
        <translation>Verbindungen von „{run}“ werden verglichen</translation>
    </message>
    <message>
        <source>{one} / {other}: they part in {count} of {total} sentences</source>
        <translation>{one} / {other}: in {count} von {total} Sätzen gehen sie auseinander</translation>
    </message>
    <message>
        <source>What is left out and the gradient can be compared with gold links and the aligner.</source>
        <translation>Weglassen und Gradient lassen sich mit Referenzverbindungen und dem Aligner vergleichen.</translation>
    </message>
    <message>
        <source>This model has no attention</source>
        <translation>Dieses Modell hat keine Attention</translation>
    </message>
    <message>
        <source>A statistical aligner links the words that stand together in the training pairs, without this model. Where it and the attention part, the attention is no guide to which words belong together.</source>
        <translation>Ein statistischer Aligner verbindet die Wörter, die in den Trainingspaaren zusammen stehen, ohne dieses Modell. Wo er und die Attention auseinandergehen, sagt die Attention nicht, welche Wörter zusammengehören.</translation>
    </message>
    <message>
        <source>Attention and aligner were not compared yet</source>
        <translation>Attention und Aligner wurden noch nicht verglichen</translation>
    </message>
    <message>
        <source>Error rate of this sentence: {share}</source>
        <translation>Fehlerrate dieses Satzes: {share}</translation>
    </message>
    <message>
        <source>Linked by the aligner alone: {links}</source>
        <translation>Nur vom Aligner verbunden: {links}</translation>
    </message>
    <message>
        <source>Linked by the attention alone: {links}</source>
        <translation>Nur von der Attention verbunden: {links}</translation>
    </message>
    <message>
        <source>Attention and aligner agree on this sentence</source>
        <translation>Attention und Aligner stimmen in diesem Satz überein</translation>
    </message>
    <message>
        <source>Attention and aligner part in this sentence</source>
        <translation>Attention und Aligner gehen in diesem Satz auseinander</translation>
    </message>
    <message>
        <source>Gold links</source>
        <translation>Referenzverbindungen</translation>
    </message>
    <message>
        <source>Statistical aligner</source>
        <translation>Statistischer Aligner</translation>
    </message>
    <message>
        <source>Error rate against</source>
        <translation>Fehlerrate gegenüber</translation>
    </message>
    <message>
        <source>Alignment error rate (Och and Ney 2003): 0 % where both link the very same words, 100 % where they share no link. Left out: a word is linked with the words of the source without which it would lose most. Gradient: with those that it is most sensitive to. Two that part are not both right, and neither says why the model chose a word.</source>
        <translation>Alignment-Fehlerrate (Och und Ney 2003): 0&#xa0;%, wo beide genau dieselben Wörter verbinden, 100&#xa0;%, wo sie keine Verbindung gemeinsam haben. Weggelassen: Ein Wort ist mit den Wörtern der Quelle verbunden, ohne die es am meisten verlöre. Gradient: mit denen, auf die es am empfindlichsten reagiert. Zwei, die auseinandergehen, haben nicht beide recht, und keiner sagt, warum das Modell ein Wort gewählt hat.</translation>
    </message>
</context>
<context>
    <name>AlignmentDrawing</name>
    <message>
        <source>This model has no attention: it squeezes the whole sentence into one vector, so there is nothing that says which source word a target word came from.</source>
        <extracomment>Gap between words and room inside a token, as wide as there is space for. Between the rows of a side, besides the numbers; and the size of text in them. Partners from this weight on get their number, and from that one on are coloured. How much of its height a link goes straight down at its ends, and how near the mouse must be to it.</extracomment>
        <translation>Dieses Modell hat keine Attention: Es presst den ganzen Satz in einen Vektor, und nichts verrät, aus welchem Quellwort ein Zielwort stammt.</translation>
    </message>
</context>
<context>
    <name>AlignmentView</name>
    <message>
        <source>Alignment</source>
        <translation>Alignment</translation>
    </message>
</context>
<context>
    <name>AlternativesPopup</name>
    <message>
        <source>Alternatives</source>
        <translation>Alternativen</translation>
    </message>
    <message>
        <source>After “{text}”</source>
        <translation>Nach „{text}“</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>Am Anfang</translation>
    </message>
    <message>
        <source>None were kept: see “Alternatives” under Search.</source>
        <translation>Keine aufgehoben: siehe „Alternativen“ unter „Suche“.</translation>
    </message>
    <message>
        <source>Pick one: the translation goes on from it.</source>
        <translation>Eine auswählen: Die Übersetzung geht von dort weiter.</translation>
    </message>
    <message>
        <source>Percentages are of the first piece alone; the word has {count}.</source>
        <translation>Die Prozente gelten nur für das erste Stück; das Wort hat {count}.</translation>
    </message>
    <message>
        <source>(end of sentence)</source>
        <translation>(Satzende)</translation>
    </message>
</context>
<context>
    <name>BeamTreePage</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>Zurückgelassene</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Probability of the piece</source>
        <translation>Wahrscheinlichkeit des Stücks</translation>
    </message>
    <message>
        <source>How undecided the model was after it</source>
        <translation>Wie unschlüssig das Modell danach war</translation>
    </message>
    <message>
        <source>Place among the model&apos;s choices</source>
        <translation>Rang unter den Vorschlägen des Modells</translation>
    </message>
    <message>
        <source>Part of the step&apos;s probability</source>
        <translation>Anteil an der Wahrscheinlichkeit des Schritts</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>the best three of a step</source>
        <translation>die besten drei eines Schritts</translation>
    </message>
    <message>
        <source>all, up to 200 of a step</source>
        <translation>alle, bis zu 200 eines Schritts</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>What the colours of the words mean</source>
        <translation>Was die Farben der Wörter bedeuten</translation>
    </message>
    <message>
        <source>How many of the continuations that the search did not take are drawn, pale</source>
        <translation>Wie viele der Fortsetzungen, die die Suche nicht nahm, blass gezeichnet werden</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Draw another search below this one: with another beam, by another checkpoint or another run between the same languages, or of another sentence</source>
        <translation>Darunter eine andere Suche zeichnen: mit einem anderen Beam, von einem anderen Checkpoint oder einem anderen Lauf zwischen denselben Sprachen, oder von einem anderen Satz</translation>
    </message>
    <message>
        <source>The sentence whose search is drawn below; Enter searches</source>
        <translation>Der Satz, dessen Suche darunter gezeichnet wird; Enter sucht</translation>
    </message>
    <message>
        <source>Sentence to compare with</source>
        <translation>Satz zum Vergleichen</translation>
    </message>
    <message>
        <source>Another sentence</source>
        <translation>Ein anderer Satz</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Take the last step of the search away (Page Up)</source>
        <translation>Den letzten Schritt der Suche wegnehmen (Bild auf)</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>Schritt vor</translation>
    </message>
    <message>
        <source>Show the next step of the search (Page Down)</source>
        <translation>Den nächsten Schritt der Suche zeigen (Bild ab)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Make the whole tree visible (0); Ctrl and the wheel, + and − zoom</source>
        <translation>Den ganzen Baum zeigen (0); Strg mit dem Mausrad, + und − ändern die Größe</translation>
    </message>
    <message>
        <source>Step of the search</source>
        <translation>Schritt der Suche</translation>
    </message>
    <message>
        <source>The tree as it was after this step</source>
        <translation>Der Baum, wie er nach diesem Schritt war</translation>
    </message>
    <message>
        <source>Search tree</source>
        <translation>Suchbaum</translation>
    </message>
    <message>
        <source>Every beginning of a translation that the search considered, step by step, and what became of it</source>
        <translation>Jeder Anfang einer Übersetzung, den die Suche erwog, Schritt für Schritt, und was aus ihm wurde</translation>
    </message>
    <message>
        <source>a beam of {number}</source>
        <translation>einem Beam von {number}</translation>
    </message>
    <message>
        <source>checkpoint {step}</source>
        <translation>Checkpoint {step}</translation>
    </message>
    <message>
        <source>the run {run}</source>
        <translation>dem Lauf {run}</translation>
    </message>
    <message>
        <source>another sentence</source>
        <translation>einem anderen Satz</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Es wird gesucht …</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>Click a word: the translation goes on from there.</source>
        <translation>Klicken Sie auf ein Wort: Die Übersetzung geht von dort aus weiter.</translation>
    </message>
    <message>
        <source>The translation shown is drawn at random; this is the search without it.</source>
        <translation>Die gezeigte Übersetzung ist zufällig gezogen; das ist die Suche ohne Zufall.</translation>
    </message>
    <message>
        <source>Both searches find the same translation.</source>
        <translation>Beide Suchen finden dieselbe Übersetzung.</translation>
    </message>
    <message>
        <source>Both searches find the same translation, in other pieces.</source>
        <translation>Beide Suchen finden dieselbe Übersetzung, in anderen Stücken.</translation>
    </message>
    <message>
        <source>The translations part at step {step}, at the dashed line.</source>
        <translation>Die Übersetzungen trennen sich bei Schritt {step}, an der gestrichelten Linie.</translation>
    </message>
</context>
<context>
    <name>BeamTreeView</name>
    <message>
        <source>Search tree</source>
        <extracomment>How small and how large the tree is drawn.</extracomment>
        <translation>Suchbaum</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>Each dot is a sentence with a known translation: what was projected, and its true chrF. Large dots are the means of tenths; on the diagonal the projection is right. The line is the sentence in sight.</source>
        <translation>Jeder Punkt ist ein Satz mit bekannter Übersetzung: das Geschätzte und sein wahres chrF. Große Punkte sind Mittel von Zehnteln; auf der Diagonale stimmt die Schätzung. Die Linie ist der gezeigte Satz.</translation>
    </message>
    <message>
        <source>Projected and true chrF</source>
        <translation>Geschätztes und wahres chrF</translation>
    </message>
    <message>
        <source>projected chrF</source>
        <translation>geschätztes chrF</translation>
    </message>
    <message>
        <source>chrF</source>
        <translation>chrF</translation>
    </message>
</context>
<context>
    <name>CloserLook</name>
    <message>
        <source>Click a heading to sort, a sentence to open it in the translate pane</source>
        <translation>Klick auf eine Überschrift sortiert, auf einen Satz öffnet ihn im Übersetzungsbereich</translation>
    </message>
    <message>
        <source>Tested sentences and their measures</source>
        <translation>Getestete Sätze und ihre Maße</translation>
    </message>
    <message>
        <source>One file for any browser, without a network: all of this with pictures of the worst sentences</source>
        <translation>Eine Datei für jeden Browser, ohne Netz: all dies mit Bildern der schlechtesten Sätze</translation>
    </message>
    <message>
        <source>&amp;Save as a page…</source>
        <translation>Als Seite &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Dieses Fenster schließen</translation>
    </message>
    <message>
        <source>About this test</source>
        <translation>Über diesen Test</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>Sorted by any score or measure</source>
        <translation>Nach jedem Wert oder Maß sortiert</translation>
    </message>
    <message>
        <source>Where it fails</source>
        <translation>Wo es scheitert</translation>
    </message>
    <message>
        <source>By length, by what was seen in training, with lists</source>
        <translation>Nach Länge, nach dem im Training Gesehenen, mit Listen</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Verlass</translation>
    </message>
    <message>
        <source>How well the projections fit this test set</source>
        <translation>Wie gut die Schätzungen zu diesem Testsatz passen</translation>
    </message>
    <message>
        <source>Nothing is projected for this run.</source>
        <translation>Für diesen Lauf wird nichts geschätzt.</translation>
    </message>
    <message>
        <source>Kendall’s tau of projected and true chrF: {tau}. Of the {marked} sentences projected worst, {found} are in the worst quarter ({worst} sentences).</source>
        <translation>Kendalls Tau von geschätztem und wahrem chrF: {tau}. Von den {marked} am schlechtesten geschätzten Sätzen gehören {found} zum schlechtesten Viertel ({worst} Sätze).</translation>
    </message>
    <message>
        <source>By words of the source</source>
        <translation>Nach Wörtern der Quelle</translation>
    </message>
    <message>
        <source>By how often the rarest source word was seen in training</source>
        <translation>Danach, wie oft das seltenste Quellwort im Training vorkam</translation>
    </message>
    <message>
        <source>By source words never seen in training</source>
        <translation>Nach Quellwörtern, die im Training nie vorkamen</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Schlechteste</translation>
    </message>
    <message>
        <source>Save as a page</source>
        <translation>Als Seite speichern</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Gespeichert als {path}.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Beam</source>
        <translation>Beam</translation>
    </message>
    <message>
        <source>Both models over a whole test set, and where they part most, instead of one sentence</source>
        <translation>Beide Modelle auf einer ganzen Testmenge, und wo sie sich am meisten unterscheiden, statt eines Satzes</translation>
    </message>
    <message>
        <source>Over a test set</source>
        <translation>Auf einer Testmenge</translation>
    </message>
    <message>
        <source>A run between the same languages; the model in use is above, this one below.</source>
        <translation>Ein Lauf zwischen denselben Sprachen; das benutzte Modell steht oben, dieses unten.</translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation>Lauf zum Vergleich</translation>
    </message>
    <message>
        <source>Another checkpoint shows what the training between them changed.</source>
        <translation>Ein anderer Checkpoint zeigt, was das Training dazwischen geändert hat.</translation>
    </message>
    <message>
        <source>Checkpoint to compare with</source>
        <translation>Checkpoint zum Vergleich</translation>
    </message>
    <message>
        <source>Hypotheses kept by the search below; 1 is greedy.</source>
        <translation>Hypothesen, die die untere Suche behält; 1 ist gierig.</translation>
    </message>
    <message>
        <source>Beam to compare with</source>
        <translation>Beam zum Vergleich</translation>
    </message>
    <message>
        <source>Alignment of the model in use</source>
        <translation>Alignment des benutzten Modells</translation>
    </message>
    <message>
        <source>Alignment of the other</source>
        <translation>Alignment des anderen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>The same sentence by another run, checkpoint or beam, and where the two part</source>
        <translation>Derselbe Satz von einem anderen Lauf, Checkpoint oder Beam, und wo sich beide trennen</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bester</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Neuester</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>{run}, {checkpoint}, beam {beam}</source>
        <translation>{run}, {checkpoint}, Beam {beam}</translation>
    </message>
    <message>
        <source>Both translate it alike.</source>
        <translation>Beide übersetzen gleich.</translation>
    </message>
    <message>
        <source>Log-probability a piece, upper and lower translation: the upper model gives {a} and {b}, the lower {c} and {d}.</source>
        <translation>Log-Wahrscheinlichkeit je Stück, obere und untere Übersetzung: das obere Modell gibt {a} und {b}, das untere {c} und {d}.</translation>
    </message>
    <message>
        <source>Linked with other words of the source: {words}.</source>
        <translation>Mit anderen Wörtern der Quelle verbunden: {words}.</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>What to compare</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>BLEU and chrF: higher is better. Loss: lower is better. It is plain cross-entropy; of runs that did not measure it in training, the training loss is the objective with label smoothing</source>
        <extracomment>More lines than this cannot be told apart.</extracomment>
        <translation>BLEU und chrF: höher ist besser. Verlust: niedriger ist besser. Er ist die reine Kreuzentropie; bei Läufen, die sie im Training nicht gemessen haben, ist der Trainingsverlust die Zielfunktion mit Label-Smoothing</translation>
    </message>
    <message>
        <source>Over what</source>
        <translation>Worüber aufgetragen</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>minutes of training</source>
        <translation>Trainingsminuten</translation>
    </message>
    <message>
        <source>Minutes are fairer where the models differ in size</source>
        <translation>Minuten sind gerechter, wenn die Modelle verschieden groß sind</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logarithmische Achse</translation>
    </message>
    <message>
        <source>Shows small differences late in training</source>
        <translation>Zeigt kleine Unterschiede spät im Training</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>Smooth the training loss</source>
        <translation>Den Trainingsverlust glätten</translation>
    </message>
    <message>
        <source>Average over about the last ten points</source>
        <translation>Mittel über etwa die letzten zehn Punkte</translation>
    </message>
    <message>
        <source>Save the chart…</source>
        <translation>Diagramm speichern…</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Save the curves as SVG, PDF or PNG, or their numbers as CSV or JSON</source>
        <translation>Die Kurven als SVG, PDF oder PNG speichern oder ihre Zahlen als CSV oder JSON</translation>
    </message>
    <message>
        <source>Tested sentences of the two runs, the score of each, and whether the difference may be luck</source>
        <translation>Die getesteten Sätze beider Läufe, der Wert eines jeden, und ob der Unterschied Zufall sein kann</translation>
    </message>
    <message>
        <source>&amp;Sentence by sentence</source>
        <translation>&amp;Satz für Satz</translation>
    </message>
    <message>
        <source>BLEU on the validation pairs</source>
        <translation>BLEU auf den Validierungspaaren</translation>
    </message>
    <message>
        <source>chrF on the validation pairs</source>
        <translation>chrF auf den Validierungspaaren</translation>
    </message>
    <message>
        <source>Loss on the validation pairs</source>
        <translation>Verlust auf den Validierungspaaren</translation>
    </message>
    <message>
        <source>Loss on the training pairs</source>
        <translation>Verlust auf den Trainingspaaren</translation>
    </message>
    <message>
        <source>over</source>
        <translation>über</translation>
    </message>
    <message>
        <source>Select one run to see its curve, or several with Ctrl or Shift to compare them here.</source>
        <translation>Einen Lauf auswählen, um seine Kurve zu sehen, oder mit Strg oder Umschalt mehrere, um sie hier zu vergleichen.</translation>
    </message>
    <message>
        <source>Nothing was measured yet. Scores appear with the first validation.</source>
        <translation>Noch wurde nichts gemessen. Werte erscheinen mit der ersten Validierung.</translation>
    </message>
    <message>
        <source>This could not be saved: {error}</source>
        <translation>Dies konnte nicht gespeichert werden: {error}</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Gespeichert als {path}.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>best</source>
        <translation>bester</translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>Kurven der gewählten Läufe</translation>
    </message>
    <message>
        <source>Move the mouse or press Left and Right to read the values; rings mark the best</source>
        <extracomment>More points than pixels only cost time.</extracomment>
        <translation>Werte mit der Maus oder mit den Tasten Links und Rechts ablesen; Ringe markieren den besten</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>How near the translation is to the reference, 0 to 100, for this sentence alone</source>
        <translation>Wie nah die Übersetzung der Referenz kommt, 0 bis 100, nur für diesen Satz</translation>
    </message>
    <message>
        <source>By how much B is nearer to the reference than A; sorted by size, whichever is better</source>
        <translation>Um wie viel B der Referenz näher ist als A; sortiert nach Größe, gleich wer besser ist</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Place in the test set</source>
        <translation>Platz in der Testmenge</translation>
    </message>
    <message>
        <source>B − A</source>
        <translation>B − A</translation>
    </message>
    <message>
        <source>chrF A</source>
        <translation>chrF A</translation>
    </message>
    <message>
        <source>chrF B</source>
        <translation>chrF B</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What was translated</source>
        <translation>Was übersetzt wurde</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>The translation that the test set gives</source>
        <translation>Die Übersetzung der Testmenge</translation>
    </message>
    <message>
        <source>What the first run wrote</source>
        <translation>Was der erste Lauf schrieb</translation>
    </message>
    <message>
        <source>What the second run wrote</source>
        <translation>Was der zweite Lauf schrieb</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>Hide sentences that both runs translated alike</source>
        <translation>Sätze ausblenden, die beide Läufe gleich übersetzt haben</translation>
    </message>
    <message>
        <source>Only sentences that the two runs translated differently</source>
        <translation>Nur Sätze, die die beiden Läufe verschieden übersetzt haben</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Translation A</source>
        <translation>Übersetzung A</translation>
    </message>
    <message>
        <source>Translation B</source>
        <translation>Übersetzung B</translation>
    </message>
</context>
<context>
    <name>ConfidencePage</name>
    <message>
        <source>Translates the run’s validation pairs once, in the background, and learns from them how the measures go with the quality. Kept with the run.</source>
        <translation>Übersetzt die Validierungspaare des Laufs einmal im Hintergrund und lernt daraus, wie die Maße mit der Qualität zusammenhängen. Wird beim Lauf aufbewahrt.</translation>
    </message>
    <message>
        <source>Learn from the validation pairs</source>
        <translation>Von den Validierungspaaren lernen</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>How good this translation probably is, what speaks for it and what against</source>
        <translation>Wie gut diese Übersetzung wohl ist, was für sie spricht und was dagegen</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>The measures below are of this translation. What they mean must be learnt once for this run.</source>
        <translation>Die Maße unten gehören zu dieser Übersetzung. Was sie bedeuten, muss für diesen Lauf einmal gelernt werden.</translation>
    </message>
    <message>
        <source>Nothing was sure enough to be called usable.</source>
        <translation>Nichts war sicher genug, um brauchbar zu heißen.</translation>
    </message>
    <message>
        <source>Usable from {usable}: nine of ten validation sentences like that reached a chrF of {good}.</source>
        <translation>Brauchbar ab {usable}: neun von zehn solchen Validierungssätzen erreichten ein chrF von {good}.</translation>
    </message>
    <message>
        <source>Redo up to {redo}.</source>
        <translation>Neu machen bis {redo}.</translation>
    </message>
    <message>
        <source>Learnt from {count} pairs; order of projected and true quality: Kendall’s tau {tau}.</source>
        <translation>Gelernt von {count} Paaren; Reihenfolge geschätzter und wahrer Qualität: Kendalls Tau {tau}.</translation>
    </message>
    <message>
        <source>Points of chrF, added to the mean of {mean}</source>
        <translation>chrF-Punkte, zum Mittel von {mean} gezählt</translation>
    </message>
    <message>
        <source>Learning from the validation pairs</source>
        <translation>Es wird von den Validierungspaaren gelernt</translation>
    </message>
</context>
<context>
    <name>ConfigDialog</name>
    <message>
        <source>Settings of the next training</source>
        <translation>Einstellungen des nächsten Trainings</translation>
    </message>
    <message>
        <source>Bold settings differ from the preset. Point at one to read its bounds and where its value is from.</source>
        <extracomment>Name of the preset saved last in this dialog.</extracomment>
        <translation>Fett gesetzte Einstellungen weichen von der Voreinstellung ab. Der Mauszeiger zeigt Grenzen und Herkunft des Werts.</translation>
    </message>
    <message>
        <source>&amp;Reset all</source>
        <translation>Alles &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Save as a preset…</source>
        <translation>Als Voreinstellung &amp;speichern…</translation>
    </message>
    <message>
        <source>Take back all changes to the preset</source>
        <translation>Alle Änderungen an der Voreinstellung zurücknehmen</translation>
    </message>
    <message>
        <source>Keep these settings under a name of your own</source>
        <translation>Diese Einstellungen unter eigenem Namen aufheben</translation>
    </message>
    <message>
        <source>Use these settings for the next training</source>
        <translation>Diese Einstellungen für das nächste Training verwenden</translation>
    </message>
    <message>
        <source>Leave everything as it was</source>
        <translation>Alles lassen, wie es war</translation>
    </message>
    <message>
        <source>Leave the changed settings?</source>
        <translation>Die geänderten Einstellungen verwerfen?</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Als Voreinstellung speichern</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Name der Voreinstellung:</translation>
    </message>
    <message>
        <source>The preset was not saved</source>
        <translation>Die Voreinstellung wurde nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>ConfigForm</name>
    <message>
        <source>Reset {setting}</source>
        <extracomment>Chosen beside the form, so not in it. The setting that decides which others there are. Rules, shown as in the corpora pane, and the settings that their words speak of. Qt does not wrap a plain tooltip.</extracomment>
        <translation>{setting} zurücksetzen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Shows only settings whose name or description holds these words</source>
        <translation>Zeigt nur Einstellungen, deren Name oder Beschreibung diese Wörter enthält</translation>
    </message>
    <message>
        <source>&amp;All settings</source>
        <translation>&amp;Alle Einstellungen</translation>
    </message>
    <message>
        <source>Also show the settings that are rarely needed</source>
        <translation>Auch selten gebrauchte Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Alle Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Sections of the configuration</source>
        <translation>Abschnitte der Konfiguration</translation>
    </message>
    <message>
        <source>Sections of the configuration; the number counts changed settings</source>
        <translation>Abschnitte der Konfiguration; die Zahl zählt geänderte Einstellungen</translation>
    </message>
    <message>
        <source>Tick a rule to leave such pairs out of training; nothing is deleted. In the corpora pane the same boxes say how many pairs of a corpus each one meets.</source>
        <translation>Eine angekreuzte Regel lässt solche Paare beim Training aus; gelöscht wird nichts. Im Bereich der Korpora sagen dieselben Kästchen, wie viele Paare eines Korpus jede trifft.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Preset: {value}</source>
        <translation>Voreinstellung: {value}</translation>
    </message>
    <message>
        <source>Automatic: {reason}</source>
        <translation>Automatisch: {reason}</translation>
    </message>
    <message>
        <source>Back to {value}</source>
        <translation>Zurück auf {value}</translation>
    </message>
</context>
<context>
    <name>CorpusChoice</name>
    <message>
        <source>&amp;Corpus</source>
        <translation>&amp;Korpus</translation>
    </message>
    <message>
        <source>Corpus to learn from</source>
        <translation>Korpus zum Lernen</translation>
    </message>
    <message>
        <source>The sentence pairs the model learns from</source>
        <translation>Die Satzpaare, aus denen das Modell lernt</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Import a corpus</source>
        <translation>Ein Korpus importieren</translation>
    </message>
    <message>
        <source>{train} training pairs, {held} held out for validation and tests.</source>
        <translation>{train} Trainingspaare, {held} zurückgehalten für Validierung und Tests.</translation>
    </message>
    <message>
        <source>Add sentence pairs of your own: TMX, tables, text files and others</source>
        <translation>Eigene Satzpaare hinzufügen: TMX, Tabellen, Textdateien und andere</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>&amp;Richtung</translation>
    </message>
    <message>
        <source>Direction of translation</source>
        <translation>Übersetzungsrichtung</translation>
    </message>
    <message>
        <source>From which language into which one the model will translate</source>
        <translation>Von welcher Sprache in welche das Modell übersetzen wird</translation>
    </message>
    <message>
        <source>{title} · {pairs} pairs</source>
        <translation>{title} · {pairs} Paare</translation>
    </message>
    <message>
        <source>No corpus yet</source>
        <translation>Noch kein Korpus</translation>
    </message>
</context>
<context>
    <name>CorpusCommands</name>
    <message>
        <source>A new corpus of your own: a copy of this one, or together with others of the same languages</source>
        <extracomment>What changes the corpus itself.</extracomment>
        <translation>Ein neues eigenes Korpus: eine Kopie von diesem, allein oder mit anderen derselben Sprachen</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Umbe&amp;nennen…</translation>
    </message>
    <message>
        <source>Runs that learnt from it still find it</source>
        <translation>Läufe, die daraus gelernt haben, finden es weiterhin</translation>
    </message>
    <message>
        <source>&amp;Copy or merge…</source>
        <translation>&amp;Kopieren oder verbinden…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Write its pairs as TMX, as a table or as two text files</source>
        <translation>Seine Paare als TMX, als Tabelle oder als zwei Textdateien schreiben</translation>
    </message>
    <message>
        <source>Move to the &amp;bin</source>
        <translation>In den &amp;Papierkorb</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Rename, copy, merge, export and delete; also with the right mouse button on the list</source>
        <translation>Umbenennen, kopieren, verbinden, exportieren und löschen; auch mit der rechten Maustaste in der Liste</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>It came with the program and stays as it is. A copy can be changed.</source>
        <translation>Es kam mit dem Programm und bleibt, wie es ist. Eine Kopie lässt sich ändern.</translation>
    </message>
</context>
<context>
    <name>CorpusDetails</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Look inside</source>
        <translation>Hi&amp;neinsehen</translation>
    </message>
    <message>
        <source>&amp;Train on this</source>
        <translation>Damit t&amp;rainieren</translation>
    </message>
    <message>
        <source>A corpus can be trained on in either direction</source>
        <extracomment>Above this, a corpus is looked at when asked, not whenever it is selected.</extracomment>
        <translation>Mit einem Korpus lässt sich in beide Richtungen trainieren</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Go to the train pane with this corpus and these cleaning rules</source>
        <translation>Zum Bereich „Trainieren“ mit diesem Korpus und diesen Bereinigungsregeln</translation>
    </message>
    <message>
        <source>Move this corpus to the bin; can be undone (Delete)</source>
        <translation>Dieses Korpus in den Papierkorb legen; lässt sich rückgängig machen (Entf)</translation>
    </message>
    <message>
        <source>Read all pairs and report; takes a while for a big corpus</source>
        <translation>Alle Paare lesen und berichten; dauert bei einem großen Korpus</translation>
    </message>
    <message>
        <source>from {files}</source>
        <translation>aus {files}</translation>
    </message>
    <message>
        <source>imported {date}</source>
        <translation>importiert am {date}</translation>
    </message>
    <message>
        <source>{out} pairs left out, {edited} edited</source>
        <translation>{out} Paare ausgelassen, {edited} bearbeitet</translation>
    </message>
    <message>
        <source>made of {corpora}</source>
        <translation>aus {corpora}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Zielsprache</translation>
    </message>
</context>
<context>
    <name>CorpusJobs</name>
    <message>
        <source>Listing the corpora</source>
        <extracomment>Reports kept, so that going back and forth between corpora reads them once. Searching more pairs than this may take a second. What is called when they are done, once each.</extracomment>
        <translation>Korpora werden aufgelistet</translation>
    </message>
    <message>
        <source>&amp;Move it to the bin</source>
        <translation>In den &amp;Papierkorb legen</translation>
    </message>
    <message>
        <source>Looking inside</source>
        <translation>Inhalt wird gelesen</translation>
    </message>
    <message>
        <source>Comparing the splits</source>
        <translation>Aufteilung wird verglichen</translation>
    </message>
    <message>
        <source>Searching the pairs</source>
        <translation>Die Paare werden durchsucht</translation>
    </message>
    <message>
        <source>Changing the pairs</source>
        <translation>Satzpaare ändern</translation>
    </message>
    <message>
        <source>&amp;Set the edits aside</source>
        <translation>Änderungen &amp;weglegen</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <source>Looking for translations on this computer</source>
        <translation>Übersetzungen auf diesem Computer werden gesucht</translation>
    </message>
    <message>
        <source>This computer&apos;s translations ({direction})</source>
        <translation>Übersetzungen dieses Computers ({direction})</translation>
    </message>
    <message>
        <source>Collecting this computer&apos;s translations</source>
        <translation>Übersetzungen dieses Computers werden gesammelt</translation>
    </message>
    <message>
        <source>{name}: {count} pairs were imported.</source>
        <translation>{name}: {count} Paare wurden importiert.</translation>
    </message>
    <message>
        <source>({count} more)</source>
        <translation>({count} weitere)</translation>
    </message>
    <message>
        <source>{name}: made of {count} pairs.</source>
        <translation>{name}: aus {count} Paaren gemacht.</translation>
    </message>
    <message>
        <source>{count} were left out, since they share a sentence with held-out pairs.</source>
        <translation>{count} wurden ausgelassen, weil sie einen Satz mit zurückgehaltenen Paaren teilen.</translation>
    </message>
    <message>
        <source>Making {name}</source>
        <translation>{name} wird gemacht</translation>
    </message>
    <message>
        <source>Written: {files}, in {folder}</source>
        <translation>Geschrieben: {files}, in {folder}</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} wird exportiert</translation>
    </message>
    <message>
        <source>{name} was moved to the bin.</source>
        <translation>{name} liegt jetzt im Papierkorb.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
</context>
<context>
    <name>CorpusList</name>
    <message>
        <source>Corpora</source>
        <translation>Korpora</translation>
    </message>
    <message>
        <source>Select a corpus to see what it holds</source>
        <translation>Ein Korpus auswählen, um seinen Inhalt zu sehen</translation>
    </message>
</context>
<context>
    <name>CorpusModel</name>
    <message>
        <source>{count} pairs</source>
        <translation>{count} Paare</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>mitgeliefert</translation>
    </message>
</context>
<context>
    <name>CorpusPane</name>
    <message>
        <source>Choose files with sentence pairs, or drop them anywhere on the window (Ctrl+O)</source>
        <translation>Dateien mit Satzpaaren wählen oder irgendwo auf das Fenster ziehen (Strg+O)</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>Dateien &amp;importieren…</translation>
    </message>
    <message>
        <source>Collect the translations that the programs on this computer carry: a corpus at once</source>
        <translation>Die Übersetzungen sammeln, die Programme auf diesem Computer mitbringen: sofort ein Korpus</translation>
    </message>
    <message>
        <source>This computer&apos;s translations…</source>
        <translation>Übersetzungen dieses Computers…</translation>
    </message>
    <message>
        <source>From this &amp;computer…</source>
        <translation>Von diesem Com&amp;puter…</translation>
    </message>
    <message>
        <source>Corpora</source>
        <translation>Korpora</translation>
    </message>
    <message>
        <source>No corpus yet</source>
        <translation>Noch kein Korpus</translation>
    </message>
    <message>
        <source>A corpus is a set of sentences with their translations: a translation memory (TMX, XLIFF, PO), a table (TSV, CSV, XLSX, ODS), JSONL, Parquet, or two text files, line by line. Drop the files here.</source>
        <translation>Ein Korpus ist eine Menge von Sätzen mit ihren Übersetzungen: ein Übersetzungsspeicher (TMX, XLIFF, PO), eine Tabelle (TSV, CSV, XLSX, ODS), JSONL, Parquet oder zwei Textdateien, Zeile für Zeile. Die Dateien können hier abgelegt werden.</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <source>Choose files with sentence pairs</source>
        <translation>Dateien mit Satzpaaren wählen</translation>
    </message>
    <message>
        <source>Export the corpus</source>
        <translation>Korpus exportieren</translation>
    </message>
    <message>
        <source>Sentence pairs (*.tmx *.xliff *.xlf *.po *.mo *.tsv *.csv *.jsonl *.json *.parquet *.xlsx *.ods *.gz *.xz *.zip *.tar)</source>
        <translation>Satzpaare (*.tmx *.xliff *.xlf *.po *.mo *.tsv *.csv *.jsonl *.json *.parquet *.xlsx *.ods *.gz *.xz *.zip *.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>No translations were found on this computer.</source>
        <translation>Auf diesem Computer wurden keine Übersetzungen gefunden.</translation>
    </message>
</context>
<context>
    <name>CorpusReportView</name>
    <message>
        <source>First pairs of the corpus</source>
        <extracomment>Ticking several rules in a row looks at the corpus once.</extracomment>
        <translation>Erste Paare des Korpus</translation>
    </message>
    <message>
        <source>Examples of pairs that the current rule leaves out</source>
        <translation>Beispiele für Paare, die die gewählte Regel auslässt</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Sentence pairs in the files</source>
        <translation>Satzpaare in den Dateien</translation>
    </message>
    <message>
        <source>After cleaning</source>
        <translation>Nach Bereinigung</translation>
    </message>
    <message>
        <source>Pairs left by the rules that are ticked</source>
        <translation>Paare, die die angekreuzten Regeln übrig lassen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Pairs the model learns from</source>
        <translation>Paare, aus denen das Modell lernt</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Held out to measure progress during training</source>
        <translation>Zurückgehalten, um den Fortschritt im Training zu messen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Held out for a final, honest score</source>
        <translation>Zurückgehalten für eine ehrliche Endbewertung</translation>
    </message>
    <message>
        <source>Sentence length</source>
        <translation>Satzlänge</translation>
    </message>
    <message>
        <source>Median characters of the two sides</source>
        <translation>Median der Zeichen beider Seiten</translation>
    </message>
    <message>
        <source>Take the &amp;proposals</source>
        <translation>&amp;Vorschläge übernehmen</translation>
    </message>
    <message>
        <source>Tick the proposed rules</source>
        <translation>Vorgeschlagene Regeln ankreuzen</translation>
    </message>
    <message>
        <source>Tick every rule that is proposed for this corpus</source>
        <translation>Jede Regel ankreuzen, die für dieses Korpus vorgeschlagen wird</translation>
    </message>
    <message>
        <source>Defa&amp;ult</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>Back to the default rules</source>
        <translation>Zurück zu den Standardregeln</translation>
    </message>
    <message>
        <source>Empty, too long and repeated pairs only</source>
        <translation>Nur leere, zu lange und wiederholte Paare</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Bereinigung</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>Längen</translation>
    </message>
    <message>
        <source>Parts of the report</source>
        <translation>Teile des Berichts</translation>
    </message>
    <message>
        <source>First pairs</source>
        <translation>Erste Paare</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Splits and leaks</source>
        <translation>Aufteilung und Lecks</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>{count} left out ({share})</source>
        <translation>{count} ausgelassen ({share})</translation>
    </message>
    <message>
        <source>{count} repeated</source>
        <translation>{count} wiederholt</translation>
    </message>
    <message>
        <source>{count} held out</source>
        <translation>{count} zurückgehalten</translation>
    </message>
    <message>
        <source>nothing left out</source>
        <translation>nichts ausgelassen</translation>
    </message>
    <message>
        <source>{source} / {target} words</source>
        <translation>{source} / {target} Wörter</translation>
    </message>
    <message>
        <source>Of {kept} pairs, {train} are for training, {valid} for validation and {test} for a test.</source>
        <translation>Von {kept} Paaren sind {train} für das Training, {valid} für die Validierung und {test} für einen Test.</translation>
    </message>
    <message>
        <source>The corpus brings its own splits; training uses them as they are.</source>
        <translation>Das Korpus bringt seine eigene Aufteilung mit; das Training verwendet sie unverändert.</translation>
    </message>
    <message>
        <source>No leaks, by construction: pairs that share a sentence on either side stay together, so no validation or test sentence is among the training pairs.</source>
        <translation>Keine Lecks, schon durch das Verfahren: Paare, die auf einer Seite einen Satz gemeinsam haben, bleiben zusammen; so steht kein Validierungs- oder Testsatz unter den Trainingspaaren.</translation>
    </message>
    <message>
        <source>Linked groups: {groups}. The largest has {largest} pairs.</source>
        <translation>Verbundene Gruppen: {groups}. Die größte hat {largest} Paare.</translation>
    </message>
    <message>
        <source>Many pairs hang together through repeated sentences. That is harmless, but fewer pairs can be held out.</source>
        <translation>Viele Paare hängen über wiederholte Sätze zusammen. Das ist harmlos, aber es können weniger Paare zurückgehalten werden.</translation>
    </message>
    <message>
        <source>{name}: {count} pairs, none shares a sentence with training</source>
        <translation>{name}: {count} Paare, keines hat einen Satz mit dem Training gemeinsam</translation>
    </message>
    <message>
        <source>{name}: {leaked} of {count} pairs share a sentence with training ({source} by source, {target} by target); scores on them flatter the model</source>
        <translation>{name}: {leaked} von {count} Paaren haben einen Satz mit dem Training gemeinsam ({source} in der Quelle, {target} im Ziel); Werte darauf schmeicheln dem Modell</translation>
    </message>
    <message>
        <source>No rule meets any pair.</source>
        <translation>Keine Regel trifft ein Paar.</translation>
    </message>
    <message>
        <source>Met by {count} of {total} pairs.</source>
        <translation>Trifft {count} von {total} Paaren.</translation>
    </message>
    <message>
        <source>These are the first {count}.</source>
        <translation>Dies sind die ersten {count}.</translation>
    </message>
    <message>
        <source>Left out: {rule}</source>
        <translation>Ausgelassen: {rule}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>An action failed. The program goes on, and a running training is not affected. If you report this, please copy the text below; it holds none of your sentences.</source>
        <translation>Eine Aktion ist fehlgeschlagen. Das Programm läuft weiter, und ein laufendes Training ist nicht betroffen. Für eine Meldung bitte den Text unten kopieren; er enthält keinen der eigenen Sätze.</translation>
    </message>
    <message>
        <source>Details of the failure</source>
        <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the text to the clipboard</source>
        <translation>Den Text in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>What can be done without one, and how to make one usable</source>
        <translation>Was ohne eine geht, und wie eine benutzbar wird</translation>
    </message>
    <message>
        <source>No graphics card was found: what to do</source>
        <translation>Keine Grafikkarte gefunden: was tun</translation>
    </message>
    <message>
        <source>No graphics card?</source>
        <translation>Keine Grafikkarte?</translation>
    </message>
    <message>
        <source>Where is trained and translated, and how busy the computer is; press to change</source>
        <translation>Worauf trainiert und übersetzt wird und wie ausgelastet der Rechner ist; zum Ändern drücken</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Auto: {device}</source>
        <translation>Auto: {device}</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>All {count} graphics cards</source>
        <translation>Alle {count} Grafikkarten</translation>
    </message>
    <message>
        <source>No graphics card was found. The processor is enough for small models; for an NVIDIA card, install its driver and the CUDA build of PyTorch.</source>
        <translation>Keine Grafikkarte gefunden. Für kleine Modelle reicht der Prozessor; für eine NVIDIA-Karte sind ihr Treiber und die CUDA-Ausgabe von PyTorch nötig.</translation>
    </message>
    <message>
        <source>The next training will run on this device. A run under way keeps its own.</source>
        <translation>Das nächste Training läuft auf diesem Gerät. Ein laufender Lauf behält seines.</translation>
    </message>
    <message>
        <source>Translations are computed on this device, also while a training uses another one.</source>
        <translation>Übersetzungen werden auf diesem Gerät berechnet, auch während ein Training ein anderes nutzt.</translation>
    </message>
    <message>
        <source>Train on</source>
        <extracomment>Device id for training on every CUDA device at once, one process each.</extracomment>
        <translation>Trainieren auf</translation>
    </message>
    <message>
        <source>Device for training</source>
        <translation>Gerät zum Trainieren</translation>
    </message>
    <message>
        <source>Translate on</source>
        <translation>Übersetzen auf</translation>
    </message>
    <message>
        <source>Device for translating</source>
        <translation>Gerät zum Übersetzen</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>A training is running</source>
        <translation>Ein Training läuft</translation>
    </message>
    <message>
        <source>Stop the training and close?</source>
        <translation>Training stoppen und schließen?</translation>
    </message>
    <message>
        <source>The model is saved before the window closes. You can translate with it, and continue the run another day.</source>
        <translation>Das Modell wird vor dem Schließen gespeichert. Es kann übersetzen, und der Lauf lässt sich an einem anderen Tag fortsetzen.</translation>
    </message>
    <message>
        <source>&amp;Stop and keep</source>
        <translation>&amp;Stoppen und behalten</translation>
    </message>
    <message>
        <source>&amp;Go on training</source>
        <translation>&amp;Weiter trainieren</translation>
    </message>
    <message>
        <source>A file was dropped</source>
        <translation>Eine Datei wurde abgelegt</translation>
    </message>
    <message>
        <source>What is “{file}” for?</source>
        <translation>Wofür ist „{file}“?</translation>
    </message>
    <message>
        <source>Its lines can be translated with the model in use, or it can be imported as sentence pairs to train with.</source>
        <translation>Ihre Zeilen können mit dem aktuellen Modell übersetzt werden, oder sie wird als Satzpaare für das Training importiert.</translation>
    </message>
    <message>
        <source>&amp;Translate it</source>
        <translation>&amp;Übersetzen</translation>
    </message>
    <message>
        <source>&amp;Import it as a corpus</source>
        <translation>Als Korpus &amp;importieren</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Was sie tun</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Translation workbench {version}&lt;/h3&gt;&lt;p&gt;Train sequence-to-sequence translation models by point and click, and see what they look at. Everything stays on this computer.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;&lt;p&gt;{details}&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Übersetzungswerkstatt {version}&lt;/h3&gt;&lt;p&gt;Sequenz-zu-Sequenz-Übersetzungsmodelle per Mausklick trainieren und sehen, worauf sie achten. Alles bleibt auf diesem Computer.&lt;/p&gt;&lt;p&gt;Apache-Lizenz 2.0&lt;/p&gt;&lt;p&gt;{details}&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>No graphics card</source>
        <translation>Keine Grafikkarte</translation>
    </message>
    <message>
        <source>{card} was found, but this PyTorch cannot use it.</source>
        <translation>{card} ist vorhanden, aber dieses PyTorch kann sie nicht nutzen.</translation>
    </message>
    <message>
        <source>No graphics card was found that can train models.</source>
        <translation>Es wurde keine Grafikkarte gefunden, die Modelle trainieren kann.</translation>
    </message>
    <message>
        <source>The processor is enough: the smaller presets take minutes, and translating is quick.

For larger models an NVIDIA card helps. It needs its driver and the CUDA build of PyTorch, which this command installs; close the program first:

{command}</source>
        <translation>Der Prozessor genügt: Die kleineren Voreinstellungen brauchen Minuten, und das Übersetzen geht schnell.

Für größere Modelle hilft eine NVIDIA-Karte. Sie braucht ihren Treiber und die CUDA-Ausgabe von PyTorch, die dieser Befehl installiert; schließen Sie vorher das Programm:

{command}</translation>
    </message>
    <message>
        <source>&amp;Copy the command</source>
        <translation>Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Noch einmal suchen</translation>
    </message>
    <message>
        <source>What you have chosen here is forgotten.</source>
        <translation>Was hier gewählt wurde, geht verloren.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Verlassen</translation>
    </message>
    <message>
        <source>&amp;Stay here</source>
        <translation>&amp;Hier bleiben</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Choose a file</source>
        <translation>Eine Datei wählen</translation>
    </message>
</context>
<context>
    <name>EncodingBox</name>
    <message>
        <source>Encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>How the file&apos;s letters are stored. When accents or other letters look wrong in the preview, try another one; files of older programs are often windows-1252, files of today UTF-8.</source>
        <translation>Wie die Buchstaben der Datei gespeichert sind. Wenn Akzente oder andere Buchstaben in der Vorschau falsch aussehen, eine andere probieren; Dateien älterer Programme sind oft windows-1252, heutige UTF-8.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Kodierung</translation>
    </message>
    <message>
        <source>all languages</source>
        <translation>alle Sprachen</translation>
    </message>
    <message>
        <source>Western Europe</source>
        <translation>Westeuropa</translation>
    </message>
    <message>
        <source>Central Europe</source>
        <translation>Mitteleuropa</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>Kyrillisch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Baltic</source>
        <translation>Baltisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainisch</translation>
    </message>
    <message>
        <source>Cyrillic, DOS</source>
        <translation>Kyrillisch, DOS</translation>
    </message>
    <message>
        <source>Western Europe, DOS</source>
        <translation>Westeuropa, DOS</translation>
    </message>
    <message>
        <source>Central Europe, DOS</source>
        <translation>Mitteleuropa, DOS</translation>
    </message>
    <message>
        <source>Western Europe, old Mac</source>
        <translation>Westeuropa, alter Mac</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>simplified Chinese</source>
        <translation>vereinfachtes Chinesisch</translation>
    </message>
    <message>
        <source>traditional Chinese</source>
        <translation>traditionelles Chinesisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>automatic ({encoding})</source>
        <translation>automatisch ({encoding})</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>cannot be read as TOML: {reason}</source>
        <translation>ist nicht als TOML lesbar: {reason}</translation>
    </message>
    <message>
        <source>unknown cleaning rule &apos;{word}&apos;</source>
        <translation>unbekannte Bereinigungsregel „{word}“</translation>
    </message>
    <message>
        <source>Known: {known}.</source>
        <translation>Bekannt: {known}.</translation>
    </message>
    <message>
        <source>writing pairs</source>
        <translation>Paare werden geschrieben</translation>
    </message>
    <message>
        <source>cannot be written: {reason}</source>
        <translation>kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>unknown format &apos;{form}&apos;</source>
        <translation>unbekanntes Format „{form}“</translation>
    </message>
    <message>
        <source>Step {step} still translates; to train, copy the run from a backup or start anew from its run.toml.</source>
        <translation>Schritt {step} übersetzt noch; zum Trainieren den Lauf aus einer Sicherung kopieren oder mit seiner run.toml neu beginnen.</translation>
    </message>
    <message>
        <source>Copy the run from a backup, or start anew from its run.toml.</source>
        <translation>Den Lauf aus einer Sicherung kopieren oder mit seiner run.toml neu beginnen.</translation>
    </message>
    <message>
        <source>is damaged ({problem})</source>
        <translation>ist beschädigt ({problem})</translation>
    </message>
    <message>
        <source>Whole ones: {others}.</source>
        <translation>Unbeschädigt: {others}.</translation>
    </message>
    <message>
        <source>Copy the run from a backup, or train it anew from its run.toml.</source>
        <translation>Den Lauf aus einer Sicherung kopieren oder mit seiner run.toml neu trainieren.</translation>
    </message>
    <message>
        <source>a TMX file needs two languages</source>
        <translation>eine TMX-Datei braucht zwei Sprachen</translation>
    </message>
    <message>
        <source>the folder exists</source>
        <translation>den Ordner gibt es schon</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>{count} pairs are too few to split</source>
        <translation>{count} Paare sind zu wenige zum Aufteilen</translation>
    </message>
    <message>
        <source>of {count:,} pairs {valid:,} for validation and {test:,} for testing leave none to train on</source>
        <translation>von {count:,} Paaren bleibt nach {valid:,} für die Validierung und {test:,} zum Testen keines zum Trainieren</translation>
    </message>
    <message>
        <source>Ask for fewer.</source>
        <translation>Weniger verlangen.</translation>
    </message>
    <message>
        <source>{count:,} pairs cannot be split: too many share their sentences</source>
        <translation>{count:,} Paare lassen sich nicht aufteilen: Zu viele haben gemeinsame Sätze</translation>
    </message>
    <message>
        <source>Ask for fewer pairs.</source>
        <translation>Weniger Paare verlangen.</translation>
    </message>
    <message>
        <source>the file exists</source>
        <translation>die Datei gibt es schon</translation>
    </message>
    <message>
        <source>Delete it, or choose another name.</source>
        <translation>Bitte löschen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>finding sentences that belong together</source>
        <translation>zusammengehörige Sätze werden gesucht</translation>
    </message>
    <message>
        <source>counting</source>
        <translation>wird gezählt</translation>
    </message>
    <message>
        <source>no corpus file was named</source>
        <translation>keine Korpusdatei wurde genannt</translation>
    </message>
    <message>
        <source>reading pairs</source>
        <translation>Paare werden gelesen</translation>
    </message>
    <message>
        <source>no sentence pair was found</source>
        <translation>kein Satzpaar wurde gefunden</translation>
    </message>
    <message>
        <source>Reading pairs</source>
        <translation>Paare werden gelesen</translation>
    </message>
    <message>
        <source>no pair is left of {read:,} after cleaning ({reasons})</source>
        <translation>von {read:,} bleibt nach der Bereinigung kein Paar ({reasons})</translation>
    </message>
    <message>
        <source>there is nothing to learn from</source>
        <translation>es gibt nichts zu lernen</translation>
    </message>
    <message>
        <source>holds no sentence pairs</source>
        <translation>enthält keine Satzpaare</translation>
    </message>
    <message>
        <source>Source and target files come in pairs.</source>
        <translation>Quell- und Zieldateien gehören paarweise zusammen.</translation>
    </message>
    <message>
        <source>comparing the splits</source>
        <translation>Aufteilung wird verglichen</translation>
    </message>
    <message>
        <source>no corpus and no file is called &apos;{name}&apos;</source>
        <translation>kein Korpus und keine Datei heißt „{name}“</translation>
    </message>
    <message>
        <source>Corpora: {names}.</source>
        <translation>Korpora: {names}.</translation>
    </message>
    <message>
        <source>there is a corpus called &apos;{name}&apos; already</source>
        <translation>es gibt schon ein Korpus namens „{name}“</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; came with the program and cannot be deleted</source>
        <translation>„{name}“ kam mit dem Programm und kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>There are: {known}.</source>
        <translation>Es gibt: {known}.</translation>
    </message>
    <message>
        <source>a file has no split &apos;{split}&apos;</source>
        <translation>eine Datei hat keinen Teil „{split}“</translation>
    </message>
    <message>
        <source>the corpus&apos; description cannot be read: {reason}</source>
        <translation>die Beschreibung des Korpus ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>has more than two languages</source>
        <translation>hat mehr als zwei Sprachen</translation>
    </message>
    <message>
        <source>Splitting</source>
        <translation>Wird aufgeteilt</translation>
    </message>
    <message>
        <source>there are too few pairs to train on</source>
        <translation>es gibt zu wenige Paare zum Trainieren</translation>
    </message>
    <message>
        <source>Give more pairs, or validation files.</source>
        <translation>Mehr Paare oder Validierungsdateien angeben.</translation>
    </message>
    <message>
        <source>Holding out {name} pairs</source>
        <translation>Paare für {name} werden zurückgehalten</translation>
    </message>
    <message>
        <source>tokenizer.vocab_size is {size:,}, but the text makes {found:,} pieces; these are used.</source>
        <translation>tokenizer.vocab_size ist {size:,}, aber der Text ergibt {found:,} Teilwörter; diese werden verwendet.</translation>
    </message>
    <message>
        <source>every pair is longer than {max_tokens} pieces</source>
        <translation>jedes Paar ist länger als {max_tokens} Teilwörter</translation>
    </message>
    <message>
        <source>Allow longer sentences or a larger vocabulary.</source>
        <translation>Längere Sätze oder ein größeres Vokabular zulassen.</translation>
    </message>
    <message>
        <source>Encoding pairs</source>
        <translation>Paare werden kodiert</translation>
    </message>
    <message>
        <source>Learning the vocabulary</source>
        <translation>Vokabular wird gelernt</translation>
    </message>
    <message>
        <source>was not written by this program</source>
        <translation>wurde nicht von diesem Programm geschrieben</translation>
    </message>
    <message>
        <source>holds no training data</source>
        <translation>enthält keine Trainingsdaten</translation>
    </message>
    <message>
        <source>It was exported without; translate with it, or train anew from the corpus.</source>
        <translation>Der Lauf wurde ohne sie exportiert; damit übersetzen oder mit dem Korpus neu trainieren.</translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation>kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>die Datei fehlt</translation>
    </message>
    <message>
        <source>Copy the whole run folder.</source>
        <translation>Den ganzen Laufordner kopieren.</translation>
    </message>
    <message>
        <source>has changed since the run began</source>
        <translation>hat sich seit Beginn des Laufs geändert</translation>
    </message>
    <message>
        <source>Copy it from a backup.</source>
        <translation>Aus einer Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>is in no known corpus format</source>
        <translation>hat kein bekanntes Korpusformat</translation>
    </message>
    <message>
        <source>is plain text among other files</source>
        <translation>ist reiner Text unter anderen Dateien</translation>
    </message>
    <message>
        <source>Import the two sides of a plain corpus alone.</source>
        <translation>Die beiden Seiten eines reinen Textkorpus allein importieren.</translation>
    </message>
    <message>
        <source>holds no sentence pair</source>
        <translation>enthält kein Satzpaar</translation>
    </message>
    <message>
        <source>is a folder, not a corpus file</source>
        <translation>ist ein Ordner, keine Korpusdatei</translation>
    </message>
    <message>
        <source>Name the files inside it.</source>
        <translation>Die Dateien darin angeben.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>the compressed file is damaged or cut off: {reason}</source>
        <translation>die komprimierte Datei ist beschädigt oder abgeschnitten: {reason}</translation>
    </message>
    <message>
        <source>may not be read by you</source>
        <translation>darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>a double quote opened in this row is never closed</source>
        <translation>ein in dieser Zeile geöffnetes Anführungszeichen wird nie geschlossen</translation>
    </message>
    <message>
        <source>Write a quote inside a field twice (&quot;&quot;), or save the table as TSV.</source>
        <translation>Ein Anführungszeichen im Feld doppelt schreiben (&quot;&quot;) oder die Tabelle als TSV speichern.</translation>
    </message>
    <message>
        <source>Check it with: msgfmt -c.</source>
        <translation>Prüfen mit: msgfmt -c.</translation>
    </message>
    <message>
        <source>does not tell which keys hold the pair</source>
        <translation>sagt nicht, welche Schlüssel das Paar enthalten</translation>
    </message>
    <message>
        <source>is not a JSON object</source>
        <translation>ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>Each line must be one object such as {{&quot;source&quot;: &quot;...&quot;, &quot;target&quot;: &quot;...&quot;}}.</source>
        <translation>Jede Zeile muss ein Objekt sein wie {{&quot;source&quot;: &quot;...&quot;, &quot;target&quot;: &quot;...&quot;}}.</translation>
    </message>
    <message>
        <source>holds no object</source>
        <translation>enthält kein Objekt</translation>
    </message>
    <message>
        <source>is not valid JSON ({reason})</source>
        <translation>ist kein gültiges JSON ({reason})</translation>
    </message>
    <message>
        <source>Each line must be one object.</source>
        <translation>Jede Zeile muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>has fewer than two columns of text</source>
        <translation>hat weniger als zwei Textspalten</translation>
    </message>
    <message>
        <source>is not a valid Parquet file, or is cut off: {reason}</source>
        <translation>ist keine gültige Parquet-Datei oder abgeschnitten: {reason}</translation>
    </message>
    <message>
        <source>has one column; a table of sentence pairs needs two</source>
        <translation>hat nur eine Spalte; eine Tabelle mit Satzpaaren braucht zwei</translation>
    </message>
    <message>
        <source>Put the source and its translation side by side on one sheet.</source>
        <translation>Quelle und Übersetzung auf einem Blatt nebeneinander stellen.</translation>
    </message>
    <message>
        <source>is not a spreadsheet that can be read: {reason}</source>
        <translation>ist keine lesbare Tabellendatei: {reason}</translation>
    </message>
    <message>
        <source>this computer&apos;s translations need two languages</source>
        <translation>die Übersetzungen dieses Computers brauchen zwei Sprachen</translation>
    </message>
    <message>
        <source>this computer has no translations into &apos;{language}&apos;</source>
        <translation>dieser Computer hat keine Übersetzungen nach „{language}“</translation>
    </message>
    <message>
        <source>&apos;{columns}&apos; does not name two columns</source>
        <translation>„{columns}“ nennt keine zwei Spalten</translation>
    </message>
    <message>
        <source>Separate the source and its translation by a tab, or name two files.</source>
        <translation>Quelle und Übersetzung durch einen Tabulator trennen oder zwei Dateien angeben.</translation>
    </message>
    <message>
        <source>holds no row of text</source>
        <translation>enthält keine Textzeile</translation>
    </message>
    <message>
        <source>Line n of one file must be the translation of line n of the other.</source>
        <translation>Zeile n der einen Datei muss die Übersetzung von Zeile n der anderen sein.</translation>
    </message>
    <message>
        <source>is plain text, which holds one side only</source>
        <translation>ist reiner Text und enthält nur eine Seite</translation>
    </message>
    <message>
        <source>Name the source file and the target file together, or use a table with two columns.</source>
        <translation>Quell- und Zieldatei zusammen angeben oder eine Tabelle mit zwei Spalten verwenden.</translation>
    </message>
    <message>
        <source>holds no translation unit</source>
        <translation>enthält keine Übersetzungseinheit</translation>
    </message>
    <message>
        <source>Export the file again.</source>
        <translation>Die Datei neu exportieren.</translation>
    </message>
    <message>
        <source>declares XML entities, which are refused for safety</source>
        <translation>deklariert XML-Entitäten, die aus Sicherheitsgründen abgelehnt werden</translation>
    </message>
    <message>
        <source>Export the file again without a DOCTYPE that declares entities.</source>
        <translation>Die Datei neu exportieren, ohne DOCTYPE mit Entitäten.</translation>
    </message>
    <message>
        <source>is XML, but &lt;{found_name}&gt; and not &lt;{root}&gt;</source>
        <translation>ist XML, aber &lt;{found_name}&gt; und nicht &lt;{root}&gt;</translation>
    </message>
    <message>
        <source>is not a store of sentence pairs</source>
        <translation>ist kein Speicher von Satzpaaren</translation>
    </message>
    <message>
        <source>is truncated or belongs to another corpus</source>
        <translation>ist abgeschnitten oder gehört zu einem anderen Korpus</translation>
    </message>
    <message>
        <source>is truncated</source>
        <translation>ist abgeschnitten</translation>
    </message>
    <message>
        <source>Copy the whole run folder again.</source>
        <translation>Den ganzen Laufordner noch einmal kopieren.</translation>
    </message>
    <message>
        <source>the stored corpus cannot be read: {reason}</source>
        <translation>das gespeicherte Korpus ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>no vocabulary of {vocab_size} pieces could be learnt</source>
        <translation>kein Vokabular von {vocab_size} Teilwörtern ließ sich lernen</translation>
    </message>
    <message>
        <source>Choose another size.</source>
        <translation>Eine andere Größe wählen.</translation>
    </message>
    <message>
        <source>there is no text to learn a vocabulary from</source>
        <translation>es gibt keinen Text, aus dem ein Vokabular zu lernen wäre</translation>
    </message>
    <message>
        <source>Choose a corpus with sentences.</source>
        <translation>Ein Korpus mit Sätzen wählen.</translation>
    </message>
    <message>
        <source>no vocabulary could be learnt: {reason}</source>
        <translation>kein Vokabular ließ sich lernen: {reason}</translation>
    </message>
    <message>
        <source>unknown device &apos;{name}&apos;</source>
        <translation>unbekanntes Gerät „{name}“</translation>
    </message>
    <message>
        <source>Use auto, cpu or cuda:N.</source>
        <translation>Bitte auto, cpu oder cuda:N verwenden.</translation>
    </message>
    <message>
        <source>holds no sentences</source>
        <translation>enthält keine Sätze</translation>
    </message>
    <message>
        <source>names neither a corpus nor files</source>
        <translation>nennt weder ein Korpus noch Dateien</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>wird bewertet</translation>
    </message>
    <message>
        <source>looking for the nearest training sentences</source>
        <translation>die nächsten Trainingssätze werden gesucht</translation>
    </message>
    <message>
        <source>this model has no attention, so it has no alignments to compare with gold links</source>
        <translation>dieses Modell hat keine Attention und damit keine Alignments zum Vergleich mit den Referenzverbindungen</translation>
    </message>
    <message>
        <source>reading the test set</source>
        <translation>Testmenge wird gelesen</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>is not UTF-8 text (byte {start})</source>
        <translation>ist kein UTF-8-Text (Byte {start})</translation>
    </message>
    <message>
        <source>Binary word2vec files must be converted to the text format.</source>
        <translation>Binäre word2vec-Dateien müssen ins Textformat umgewandelt werden.</translation>
    </message>
    <message>
        <source>has vectors of {count} numbers, the model&apos;s embeddings have {size}</source>
        <translation>hat Vektoren mit {count} Zahlen, die Embeddings des Modells haben {size}</translation>
    </message>
    <message>
        <source>must be a table</source>
        <translation>muss eine Tabelle sein</translation>
    </message>
    <message>
        <source>unknown architecture &apos;{name}&apos;; known: {known}</source>
        <translation>unbekannte Architektur „{name}“; bekannt: {known}</translation>
    </message>
    <message>
        <source>unknown option &apos;{name}&apos; (did you mean &apos;{close}&apos;?)</source>
        <translation>unbekannte Option „{name}“ (ist „{close}“ gemeint?)</translation>
    </message>
    <message>
        <source>unknown option &apos;{name}&apos;</source>
        <translation>unbekannte Option „{name}“</translation>
    </message>
    <message>
        <source>{message}. {advice}</source>
        <translation>{message}. {advice}</translation>
    </message>
    <message>
        <source>{message} {advice}</source>
        <translation>{message} {advice}</translation>
    </message>
    <message>
        <source>{what} cannot be written: {reason}</source>
        <translation>{what} lässt sich nicht schreiben: {reason}</translation>
    </message>
    <message>
        <source>the disk is full ({facts})</source>
        <translation>die Platte ist voll ({facts})</translation>
    </message>
    <message>
        <source>the file is too large for the file system of {path}</source>
        <translation>die Datei ist zu groß für das Dateisystem von {path}</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
    <message>
        <source>{size} needed</source>
        <translation>{size} nötig</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>er ist leer</translation>
    </message>
    <message>
        <source>it holds a line break or another control character</source>
        <translation>er enthält einen Zeilenumbruch oder ein anderes Steuerzeichen</translation>
    </message>
    <message>
        <source>it holds &apos;{character}&apos;</source>
        <translation>er enthält „{character}“</translation>
    </message>
    <message>
        <source>it begins with a dot, a dash or a blank</source>
        <translation>er beginnt mit einem Punkt, einem Strich oder einem Leerzeichen</translation>
    </message>
    <message>
        <source>it ends with a dot or a blank</source>
        <translation>er endet mit einem Punkt oder einem Leerzeichen</translation>
    </message>
    <message>
        <source>Windows keeps that name for a device</source>
        <translation>Windows behält diesen Namen einem Gerät vor</translation>
    </message>
    <message>
        <source>it is {size} bytes long, {most} are allowed</source>
        <translation>er ist {size} Bytes lang, erlaubt sind {most}</translation>
    </message>
    <message>
        <source>it is {size} characters long, {most} are allowed</source>
        <translation>er ist {size} Zeichen lang, erlaubt sind {most}</translation>
    </message>
    <message>
        <source>it holds other characters than letters, digits, &apos;-&apos;, &apos;_&apos;, &apos;.&apos; and &apos;+&apos;</source>
        <translation>er enthält andere Zeichen als Buchstaben, Ziffern, „-“, „_“, „.“ und „+“</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be a run&apos;s name: {problem}</source>
        <translation>„{name}“ taugt nicht als Name eines Laufs: {problem}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be a corpus&apos; name: {problem}</source>
        <translation>„{name}“ taugt nicht als Name eines Korpus: {problem}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be a preset&apos;s name: {problem}</source>
        <translation>„{name}“ taugt nicht als Name einer Voreinstellung: {problem}</translation>
    </message>
    <message>
        <source>Choose both{command_line}.</source>
        <translation>Beide wählen{command_line}.</translation>
    </message>
    <message>
        <source>Choose another encoding{command_line}, or let it be found.</source>
        <translation>Eine andere Kodierung wählen{command_line} oder sie suchen lassen.</translation>
    </message>
    <message>
        <source>Mend that line, or name the encoding of the whole file{command_line}.</source>
        <translation>Diese Zeile berichtigen oder die Kodierung der ganzen Datei angeben{command_line}.</translation>
    </message>
    <message>
        <source>{place} is not valid {encoding}</source>
        <translation>{place} ist kein gültiges {encoding}</translation>
    </message>
    <message>
        <source>{file} is not UTF-8; it is read as {encoding}, the likeliest encoding. If letters look wrong, choose another encoding{command_line}</source>
        <translation>{file} ist kein UTF-8; die Datei wird als {encoding} gelesen, die wahrscheinlichste Kodierung. Sehen Buchstaben falsch aus, eine andere Kodierung wählen{command_line}</translation>
    </message>
    <message>
        <source>{file} seems to be UTF-8, but is read as {encoding} as you wished</source>
        <translation>{file} scheint UTF-8 zu sein, wird aber wie gewünscht als {encoding} gelesen</translation>
    </message>
    <message>
        <source>character {number} of the line</source>
        <translation>Zeichen {number} der Zeile</translation>
    </message>
    <message>
        <source>{folder} is a file, not a folder</source>
        <translation>{folder} ist eine Datei, kein Ordner</translation>
    </message>
    <message>
        <source>no file is named</source>
        <translation>es ist keine Datei angegeben</translation>
    </message>
    <message>
        <source>Choose a file inside it.</source>
        <translation>Wählen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>Add the name of a file to it.</source>
        <translation>Fügen Sie den Namen einer Datei hinzu.</translation>
    </message>
    <message>
        <source>has a character that no name of a file may have</source>
        <translation>enthält ein Zeichen, das in keinem Dateinamen stehen darf</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>byte {number} of the line (0x{byte:02X})</source>
        <translation>Byte {number} der Zeile (0x{byte:02X})</translation>
    </message>
    <message>
        <source>The file is damaged, is no text, or is in another encoding{command_line}.</source>
        <translation>Die Datei ist beschädigt, kein Text oder in einer anderen Kodierung{command_line}.</translation>
    </message>
    <message>
        <source>Save the sentence pairs as a table (XLSX, CSV), as TMX, or as two text files.</source>
        <translation>Die Satzpaare als Tabelle (XLSX, CSV), als TMX oder als zwei Textdateien speichern.</translation>
    </message>
    <message>
        <source>Export it as TMX with the program that made it.</source>
        <translation>Mit dem Programm, das sie erzeugt hat, als TMX exportieren.</translation>
    </message>
    <message>
        <source>Choose a file of sentence pairs, such as TMX, XLSX, CSV or two text files.</source>
        <translation>Eine Datei mit Satzpaaren wählen, etwa TMX, XLSX, CSV oder zwei Textdateien.</translation>
    </message>
    <message>
        <source>is a text document (.odt)</source>
        <translation>ist ein Textdokument (.odt)</translation>
    </message>
    <message>
        <source>is a presentation (.odp)</source>
        <translation>ist eine Präsentation (.odp)</translation>
    </message>
    <message>
        <source>is a drawing (.odg)</source>
        <translation>ist eine Zeichnung (.odg)</translation>
    </message>
    <message>
        <source>is a 7-Zip archive</source>
        <translation>ist ein 7-Zip-Archiv</translation>
    </message>
    <message>
        <source>is a RAR archive</source>
        <translation>ist ein RAR-Archiv</translation>
    </message>
    <message>
        <source>is compressed with Zstandard</source>
        <translation>ist mit Zstandard komprimiert</translation>
    </message>
    <message>
        <source>Unpack it first: zstd -d FILE.</source>
        <translation>Zuerst entpacken: zstd -d DATEI.</translation>
    </message>
    <message>
        <source>is compressed with LZ4</source>
        <translation>ist mit LZ4 komprimiert</translation>
    </message>
    <message>
        <source>Unpack it first: lz4 -d FILE.</source>
        <translation>Zuerst entpacken: lz4 -d DATEI.</translation>
    </message>
    <message>
        <source>is compressed with lzip</source>
        <translation>ist mit lzip komprimiert</translation>
    </message>
    <message>
        <source>Unpack it first: lzip -d FILE.</source>
        <translation>Zuerst entpacken: lzip -d DATEI.</translation>
    </message>
    <message>
        <source>is compressed with compress (.Z)</source>
        <translation>ist mit compress komprimiert (.Z)</translation>
    </message>
    <message>
        <source>Unpack it first: gunzip FILE.</source>
        <translation>Zuerst entpacken: gunzip DATEI.</translation>
    </message>
    <message>
        <source>is a Windows cabinet</source>
        <translation>ist ein Windows-Kabinettarchiv</translation>
    </message>
    <message>
        <source>is an SQLite database, such as a Trados memory (.sdltm)</source>
        <translation>ist eine SQLite-Datenbank, etwa ein Trados-Speicher (.sdltm)</translation>
    </message>
    <message>
        <source>is an Access database</source>
        <translation>ist eine Access-Datenbank</translation>
    </message>
    <message>
        <source>Export the table as XLSX or CSV.</source>
        <translation>Die Tabelle als XLSX oder CSV exportieren.</translation>
    </message>
    <message>
        <source>is a PDF document</source>
        <translation>ist ein PDF-Dokument</translation>
    </message>
    <message>
        <source>is an RTF document</source>
        <translation>ist ein RTF-Dokument</translation>
    </message>
    <message>
        <source>is an Arrow file</source>
        <translation>ist eine Arrow-Datei</translation>
    </message>
    <message>
        <source>Save it as Parquet.</source>
        <translation>Als Parquet speichern.</translation>
    </message>
    <message>
        <source>is an HDF5 file</source>
        <translation>ist eine HDF5-Datei</translation>
    </message>
    <message>
        <source>Save the sentence pairs as Parquet or JSON Lines.</source>
        <translation>Die Satzpaare als Parquet oder JSON Lines speichern.</translation>
    </message>
    <message>
        <source>is a picture (PNG)</source>
        <translation>ist ein Bild (PNG)</translation>
    </message>
    <message>
        <source>is a picture (JPEG)</source>
        <translation>ist ein Bild (JPEG)</translation>
    </message>
    <message>
        <source>is a picture (GIF)</source>
        <translation>ist ein Bild (GIF)</translation>
    </message>
    <message>
        <source>is a program</source>
        <translation>ist ein Programm</translation>
    </message>
    <message>
        <source>If it is an archive that unpacks itself, run it and choose the files it leaves.</source>
        <translation>Falls es ein selbstentpackendes Archiv ist: ausführen und die Dateien wählen, die es hinterlässt.</translation>
    </message>
    <message>
        <source>is a Word document (.doc)</source>
        <translation>ist ein Word-Dokument (.doc)</translation>
    </message>
    <message>
        <source>is a PowerPoint presentation (.ppt)</source>
        <translation>ist eine PowerPoint-Präsentation (.ppt)</translation>
    </message>
    <message>
        <source>is an Office file protected by a password</source>
        <translation>ist eine Office-Datei mit Passwortschutz</translation>
    </message>
    <message>
        <source>is a Word document (.docx)</source>
        <translation>ist ein Word-Dokument (.docx)</translation>
    </message>
    <message>
        <source>is a PowerPoint presentation (.pptx)</source>
        <translation>ist eine PowerPoint-Präsentation (.pptx)</translation>
    </message>
    <message>
        <source>is an InDesign document (.idml)</source>
        <translation>ist ein InDesign-Dokument (.idml)</translation>
    </message>
    <message>
        <source>is an electronic book (.epub)</source>
        <translation>ist ein elektronisches Buch (.epub)</translation>
    </message>
    <message>
        <source>is an iWork document</source>
        <translation>ist ein iWork-Dokument</translation>
    </message>
    <message>
        <source>is an Android program</source>
        <translation>ist ein Android-Programm</translation>
    </message>
    <message>
        <source>the sides look swapped: the source looks like &apos;{source}&apos;, the target like &apos;{target}&apos;</source>
        <translation>die Seiten wirken vertauscht: Die Quelle sieht nach „{source}“ aus, das Ziel nach „{target}“</translation>
    </message>
    <message>
        <source>{count:,} of {pairs:,} pairs ({share:.1%})</source>
        <translation>{count:,} von {pairs:,} Paaren ({share:.1%})</translation>
    </message>
    <message>
        <source>{count:,} of {pairs:,} pairs (under 0.1%)</source>
        <translation>{count:,} von {pairs:,} Paaren (unter 0,1 %)</translation>
    </message>
    <message>
        <source>{found}: so many that the corpus seems to be made of them; left to you</source>
        <translation>{found}: so viele, dass das Korpus daraus zu bestehen scheint; die Entscheidung bleibt bei Ihnen</translation>
    </message>
    <message>
        <source>{found}: {rule}</source>
        <translation>{found}: {rule}</translation>
    </message>
    <message>
        <source>Choose another name, or delete that one first{command_line}.</source>
        <translation>Einen anderen Namen wählen oder jenes zuerst löschen{command_line}.</translation>
    </message>
    <message>
        <source>Choose two{command_line} of: {known}.</source>
        <translation>Zwei wählen{command_line} aus: {known}.</translation>
    </message>
    <message>
        <source>the corpus &apos;{name}&apos; holds {source} to {target}, not {wanted}</source>
        <translation>das Korpus „{name}“ enthält {source} nach {target}, nicht {wanted}</translation>
    </message>
    <message>
        <source>It has: {known}.</source>
        <translation>Vorhanden: {known}.</translation>
    </message>
    <message>
        <source>there is no &apos;{name}&apos; in the bin</source>
        <translation>„{name}“ liegt nicht im Papierkorb</translation>
    </message>
    <message>
        <source>the corpus &apos;{name}&apos; has no split &apos;{split}&apos;</source>
        <translation>das Korpus „{name}“ hat keinen Teil „{split}“</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{file}: the source side holds keys such as &apos;{example}&apos;, not sentences; nothing can be learnt from keys: use a file in which the messages themselves stand</source>
        <translation>{file}: die Quellseite enthält Schlüssel wie „{example}“, keine Sätze; aus Schlüsseln lässt sich nichts lernen: Bitte eine Datei verwenden, in der die Meldungen selbst stehen</translation>
    </message>
    <message>
        <source>{file}: the target side holds keys such as &apos;{example}&apos;, not sentences; nothing can be learnt from keys: use a file in which the messages themselves stand</source>
        <translation>{file}: die Zielseite enthält Schlüssel wie „{example}“, keine Sätze; aus Schlüsseln lässt sich nichts lernen: Bitte eine Datei verwenden, in der die Meldungen selbst stehen</translation>
    </message>
    <message>
        <source>{places}; and {count:,} more</source>
        <translation>{places}; und {count:,} weitere</translation>
    </message>
    <message>
        <source>{file}: units that cannot be read are left out ({count:,}): {places}</source>
        <translation>{file}: nicht lesbare Einheiten wurden ausgelassen ({count:,}): {places}</translation>
    </message>
    <message>
        <source>{file}: entries that cannot be read are left out ({count:,}): {places}</source>
        <translation>{file}: nicht lesbare Einträge wurden ausgelassen ({count:,}): {places}</translation>
    </message>
    <message>
        <source>{file}: messages that cannot be read are left out ({count:,}): {places}</source>
        <translation>{file}: nicht lesbare Meldungen wurden ausgelassen ({count:,}): {places}</translation>
    </message>
    <message>
        <source>line {line} ({unit})</source>
        <translation>Zeile {line} ({unit})</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>Zeile {line}</translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation>{place}: {problem}</translation>
    </message>
    <message>
        <source>{count:,} {reason}</source>
        <translation>{count:,} {reason}</translation>
    </message>
    <message>
        <source>{file}: units that are not well-formed were mended ({count:,}): {places}</source>
        <translation>{file}: nicht wohlgeformte Einheiten wurden repariert ({count:,}): {places}</translation>
    </message>
    <message>
        <source>{file}: left out: {reasons}</source>
        <translation>{file}: ausgelassen: {reasons}</translation>
    </message>
    <message>
        <source>{file}: the file is cut off: nothing could be read from line {line} on</source>
        <translation>{file}: die Datei ist abgeschnitten: ab Zeile {line} war nichts lesbar</translation>
    </message>
    <message>
        <source>gettext catalogue (PO)</source>
        <translation>gettext-Katalog (PO)</translation>
    </message>
    <message>
        <source>compiled gettext catalogue (MO)</source>
        <translation>kompilierter gettext-Katalog (MO)</translation>
    </message>
    <message>
        <source>holds no translated message</source>
        <translation>enthält keine übersetzte Meldung</translation>
    </message>
    <message>
        <source>is not a valid gettext catalogue, or is cut off: {problem}</source>
        <translation>ist kein gültiger gettext-Katalog oder abgeschnitten: {problem}</translation>
    </message>
    <message>
        <source>holds no translated message: {reasons}</source>
        <translation>enthält keine übersetzte Meldung: {reasons}</translation>
    </message>
    <message>
        <source>has no text in &apos;{language}&apos;</source>
        <translation>hat keinen Text in „{language}“</translation>
    </message>
    <message>
        <source>Name its encoding{command_line}, or convert it with: msgconv -t UTF-8.</source>
        <translation>Die Kodierung angeben{command_line} oder den Katalog umwandeln mit: msgconv -t UTF-8.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is no known character encoding</source>
        <translation>„{name}“ ist keine bekannte Zeichenkodierung</translation>
    </message>
    <message>
        <source>Name the right one{command_line}, or convert it to UTF-8.</source>
        <translation>Die richtige angeben{command_line} oder die Datei in UTF-8 umwandeln.</translation>
    </message>
    <message>
        <source>message {number}</source>
        <translation>Meldung {number}</translation>
    </message>
    <message>
        <source>byte {byte} is not valid {codec}, the encoding the catalogue names</source>
        <translation>Byte {byte} ist kein gültiges {codec}, die Kodierung, die der Katalog nennt</translation>
    </message>
    <message>
        <source>a line of more than two million characters</source>
        <translation>eine Zeile mit mehr als zwei Millionen Zeichen</translation>
    </message>
    <message>
        <source>is neither a comment, a keyword with a string, nor a string</source>
        <translation>ist weder ein Kommentar noch ein Schlüsselwort mit Zeichenkette noch eine Zeichenkette</translation>
    </message>
    <message>
        <source>a string without a keyword</source>
        <translation>eine Zeichenkette ohne Schlüsselwort</translation>
    </message>
    <message>
        <source>{keyword} comes twice</source>
        <translation>{keyword} kommt zweimal vor</translation>
    </message>
    <message>
        <source>has no msgid</source>
        <translation>hat keine msgid</translation>
    </message>
    <message>
        <source>not translated</source>
        <translation>nicht übersetzt</translation>
    </message>
    <message>
        <source>has no msgstr</source>
        <translation>hat keinen msgstr</translation>
    </message>
    <message>
        <source>an unknown escape {escape}</source>
        <translation>eine unbekannte Escape-Folge {escape}</translation>
    </message>
    <message>
        <source>fuzzy</source>
        <translation>fuzzy</translation>
    </message>
    <message>
        <source>the previous message (#|) is damaged</source>
        <translation>die vorige Meldung (#|) ist beschädigt</translation>
    </message>
    <message>
        <source>msgid_plural and msgstr[0], msgstr[1] ... belong together</source>
        <translation>msgid_plural und msgstr[0], msgstr[1] ... gehören zusammen</translation>
    </message>
    <message>
        <source>byte {byte} is not valid in its encoding</source>
        <translation>Byte {byte} ist in der Kodierung der Datei ungültig</translation>
    </message>
    <message>
        <source>a control character</source>
        <translation>ein Steuerzeichen</translation>
    </message>
    <message>
        <source>Translation memory (TMX)</source>
        <translation>Übersetzungsspeicher (TMX)</translation>
    </message>
    <message>
        <source>has no unit in both languages</source>
        <translation>hat keine Einheit in beiden Sprachen</translation>
    </message>
    <message>
        <source>with an empty side</source>
        <translation>mit einer leeren Seite</translation>
    </message>
    <message>
        <source>with several variants on both sides</source>
        <translation>mit mehreren Varianten auf beiden Seiten</translation>
    </message>
    <message>
        <source>no language marked</source>
        <translation>keine Sprache angegeben</translation>
    </message>
    <message>
        <source>Localisation file (XLIFF)</source>
        <translation>Lokalisierungsdatei (XLIFF)</translation>
    </message>
    <message>
        <source>holds no translated unit: {reasons}</source>
        <translation>enthält keine übersetzte Einheit: {reasons}</translation>
    </message>
    <message>
        <source>inside an element of which the tag is damaged</source>
        <translation>in einem Element, dessen Tag beschädigt ist</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>draft copied from the source</source>
        <translation>Entwurf, aus dem Ausgangstext kopiert</translation>
    </message>
    <message>
        <source>not reviewed (fuzzy)</source>
        <translation>nicht geprüft (fuzzy)</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>nicht freigegeben</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>machine translation not confirmed</source>
        <translation>maschinell übersetzt und nicht bestätigt</translation>
    </message>
    <message>
        <source>marked translate=no</source>
        <translation>mit translate=no markiert</translation>
    </message>
    <message>
        <source>is not well-formed XML, or is cut off: {problem}</source>
        <translation>ist kein wohlgeformtes XML oder abgeschnitten: {problem}</translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation>Einheit {number}</translation>
    </message>
    <message>
        <source>it ends inside a unit</source>
        <translation>endet mitten in einer Einheit</translation>
    </message>
    <message>
        <source>&lt;/{tag}&gt; without its beginning</source>
        <translation>&lt;/{tag}&gt; ohne Anfang</translation>
    </message>
    <message>
        <source>byte {byte} is not valid {codec}</source>
        <translation>Byte {byte} ist kein gültiges {codec}</translation>
    </message>
    <message>
        <source>a tag is damaged</source>
        <translation>ein Tag ist beschädigt</translation>
    </message>
    <message>
        <source>Name its encoding{command_line}, for instance windows-1252, or convert the file to UTF-8.</source>
        <translation>Die Kodierung angeben{command_line}, etwa windows-1252, oder die Datei in UTF-8 umwandeln.</translation>
    </message>
    <message>
        <source>is not closed</source>
        <translation>ist nicht geschlossen</translation>
    </message>
    <message>
        <source>is too long, or is not closed</source>
        <translation>ist zu lang oder nicht geschlossen</translation>
    </message>
    <message>
        <source>a reference to a character that XML does not allow</source>
        <translation>ein Verweis auf ein Zeichen, das XML nicht erlaubt</translation>
    </message>
    <message>
        <source>an entity that is not declared</source>
        <translation>eine nicht deklarierte Entität</translation>
    </message>
    <message>
        <source>a tag is not closed, or closed twice</source>
        <translation>ein Tag ist nicht oder zweimal geschlossen</translation>
    </message>
    <message>
        <source>a tag is not closed</source>
        <translation>ein Tag ist nicht geschlossen</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>is an archive of texts that do not tell which belong together: {names}</source>
        <translation>ist ein Archiv mit Texten, die nicht erkennen lassen, welche zusammengehören: {names}</translation>
    </message>
    <message>
        <source>{archive}: left out: {names}</source>
        <translation>{archive}: ausgelassen: {names}</translation>
    </message>
    <message>
        <source>has a NUL character, which no text has</source>
        <translation>enthält ein NUL-Zeichen, das in keinem Text vorkommt</translation>
    </message>
    <message>
        <source>It holds: {names}. Unpack it and choose the files inside.</source>
        <translation>Es enthält: {names}. Entpacken und die Dateien darin wählen.</translation>
    </message>
    <message>
        <source>has no texts in both languages</source>
        <translation>enthält keine Texte in beiden Sprachen</translation>
    </message>
    <message>
        <source>Remove it there, or leave the entry out.</source>
        <translation>Dort entfernen oder den Eintrag weglassen.</translation>
    </message>
    <message>
        <source>left out: {problem}</source>
        <translation>ausgelassen: {problem}</translation>
    </message>
    <message>
        <source>skipped: {problem}</source>
        <translation>übersprungen: {problem}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>Datumsangaben</translation>
    </message>
    <message>
        <source>identifiers</source>
        <translation>Bezeichner</translation>
    </message>
    <message>
        <source>addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>file names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Comma-separated values (CSV)</source>
        <translation>kommagetrennte Werte (CSV)</translation>
    </message>
    <message>
        <source>a number has thousands of digits</source>
        <translation>eine Zahl hat Tausende von Ziffern</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>a value is longer than {number} million characters</source>
        <translation>ein Wert ist länger als {number} Millionen Zeichen</translation>
    </message>
    <message>
        <source>{file}: {count:,} entries that are no text were left out</source>
        <translation>{file}: {count:,} Einträge, die kein Text sind, wurden ausgelassen</translation>
    </message>
    <message>
        <source>expected {expected}, found &apos;{found}&apos;</source>
        <translation>erwartet: {expected}, gefunden: „{found}“</translation>
    </message>
    <message>
        <source>there is more after the end of the array</source>
        <translation>nach dem Ende des Arrays folgt noch etwas</translation>
    </message>
    <message>
        <source>expected {expected}, found the end of the file</source>
        <translation>erwartet: {expected}, gefunden: das Ende der Datei</translation>
    </message>
    <message>
        <source>JSON, or JSON Lines</source>
        <translation>JSON oder JSON Lines</translation>
    </message>
    <message>
        <source>Parquet table</source>
        <translation>Parquet-Tabelle</translation>
    </message>
    <message>
        <source>cannot be read after row {row:,}: {reason}</source>
        <translation>ist nach Zeile {row:,} nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>Spreadsheet (XLSX, ODS)</source>
        <translation>Tabellenkalkulation (XLSX, ODS)</translation>
    </message>
    <message>
        <source>has no column &apos;{column}&apos;</source>
        <translation>hat keine Spalte „{column}“</translation>
    </message>
    <message>
        <source>It has {count} columns and no header row; use numbers.</source>
        <translation>Vorhanden sind {count} Spalten und keine Kopfzeile; bitte Zahlen verwenden.</translation>
    </message>
    <message>
        <source>Choose two{command_line} of {known}.</source>
        <translation>Zwei wählen{command_line} aus {known}.</translation>
    </message>
    <message>
        <source>has no text under &apos;{column}&apos;</source>
        <translation>hat keinen Text unter „{column}“</translation>
    </message>
    <message>
        <source>{file}: has no sheets, so the sheet asked for is not looked for</source>
        <translation>{file}: hat keine Blätter, das verlangte Blatt wird also nicht gesucht</translation>
    </message>
    <message>
        <source>has no column for the language &apos;{language}&apos;</source>
        <translation>hat keine Spalte für die Sprache „{language}“</translation>
    </message>
    <message>
        <source>{read}, below the header in row {row} ({count} rows above it left out)</source>
        <translation>{read}, unter der Kopfzeile in Zeile {row} ({count} Zeilen darüber ausgelassen)</translation>
    </message>
    <message>
        <source>the columns {source} and {target} of the sheet &apos;{sheet}&apos; are read</source>
        <translation>gelesen werden die Spalten {source} und {target} des Blatts „{sheet}“</translation>
    </message>
    <message>
        <source>the columns {source} and {target} are read</source>
        <translation>gelesen werden die Spalten {source} und {target}</translation>
    </message>
    <message>
        <source>{read}, below the header in row {row} (1 row above it left out)</source>
        <translation>{read}, unter der Kopfzeile in Zeile {row} (1 Zeile darüber ausgelassen)</translation>
    </message>
    <message>
        <source>&apos;{sheet}&apos; (hidden)</source>
        <translation>„{sheet}“ (ausgeblendet)</translation>
    </message>
    <message>
        <source>{source} looks like &apos;{source_lang}&apos; and {target} like &apos;{target_lang}&apos;, so they are taken in that order</source>
        <translation>{source} sieht nach „{source_lang}“ aus und {target} nach „{target_lang}“, daher werden sie in dieser Reihenfolge genommen</translation>
    </message>
    <message>
        <source>both columns say that they are &apos;{language}&apos;</source>
        <translation>beide Spalten geben an, „{language}“ zu sein</translation>
    </message>
    <message>
        <source>{read}; {sheets} could be meant too</source>
        <translation>{read}; auch {sheets} könnte gemeint sein</translation>
    </message>
    <message>
        <source>the row &apos;{cells}&apos; is taken for a header, not for a pair</source>
        <translation>die Zeile „{cells}“ gilt als Kopfzeile, nicht als Paar</translation>
    </message>
    <message>
        <source>the row &apos;{cells}&apos; is taken for a pair, not for a header</source>
        <translation>die Zeile „{cells}“ gilt als Paar, nicht als Kopfzeile</translation>
    </message>
    <message>
        <source>{column} is empty</source>
        <translation>{column} ist leer</translation>
    </message>
    <message>
        <source>{column} names another language than &apos;{language}&apos;</source>
        <translation>{column} nennt eine andere Sprache als „{language}“</translation>
    </message>
    <message>
        <source>{source} and {target} are taken; {other_source} and {other_target} could be meant too</source>
        <translation>genommen werden {source} und {target}; auch {other_source} und {other_target} könnten gemeint sein</translation>
    </message>
    <message>
        <source>{read}; not read: {sheets}</source>
        <translation>{read}; nicht gelesen: {sheets}</translation>
    </message>
    <message>
        <source>{column} holds keys of a program rather than text</source>
        <translation>{column} enthält Schlüssel eines Programms statt Text</translation>
    </message>
    <message>
        <source>{column} looks like &apos;{guess}&apos;, not &apos;{language}&apos;</source>
        <translation>{column} sieht nach „{guess}“ aus, nicht nach „{language}“</translation>
    </message>
    <message>
        <source>{source} and {target} are taken because of their cells</source>
        <translation>{source} und {target} wurden wegen ihrer Zellen genommen</translation>
    </message>
    <message>
        <source>{column} holds {kind} rather than text</source>
        <translation>{column} enthält {kind} statt Text</translation>
    </message>
    <message>
        <source>{column} holds the same few words again and again</source>
        <translation>{column} enthält immer wieder dieselben wenigen Wörter</translation>
    </message>
    <message>
        <source>{column} does not sound like a side of sentence pairs</source>
        <translation>{column} klingt nicht nach einer Seite von Satzpaaren</translation>
    </message>
    <message>
        <source>an error or a formula without value</source>
        <translation>ein Fehler oder eine Formel ohne Wert</translation>
    </message>
    <message>
        <source>one side is empty</source>
        <translation>eine Seite ist leer</translation>
    </message>
    <message>
        <source>one side is empty, an error or a formula without value</source>
        <translation>eine Seite ist leer, ein Fehler oder eine Formel ohne Wert</translation>
    </message>
    <message>
        <source>{file}: {doubt}{command_line}</source>
        <translation>{file}: {doubt}{command_line}</translation>
    </message>
    <message>
        <source>{file}: {facts}</source>
        <translation>{file}: {facts}</translation>
    </message>
    <message>
        <source>holds no sentence pair: {reasons}</source>
        <translation>enthält kein Satzpaar: {reasons}</translation>
    </message>
    <message>
        <source>marked as not finished in the column &apos;{column}&apos;</source>
        <translation>in der Spalte „{column}“ als nicht fertig markiert</translation>
    </message>
    <message>
        <source>column {letter}</source>
        <translation>Spalte {letter}</translation>
    </message>
    <message>
        <source>left out {rows}</source>
        <translation>ausgelassen: {rows}</translation>
    </message>
    <message>
        <source>source {source}, target {target}</source>
        <translation>Quelle {source}, Ziel {target}</translation>
    </message>
    <message>
        <source>sheet &apos;{sheet}&apos;</source>
        <translation>Blatt „{sheet}“</translation>
    </message>
    <message>
        <source>header in row {row}</source>
        <translation>Kopfzeile in Zeile {row}</translation>
    </message>
    <message>
        <source>{count:,} rows: {reason}</source>
        <translation>{count:,} Zeilen: {reason}</translation>
    </message>
    <message>
        <source>1 row: {reason}</source>
        <translation>1 Zeile: {reason}</translation>
    </message>
    <message>
        <source>no header row</source>
        <translation>keine Kopfzeile</translation>
    </message>
    <message>
        <source>Tab-separated text (TSV)</source>
        <translation>tabulatorgetrennter Text (TSV)</translation>
    </message>
    <message>
        <source>{source} and {target} have {lines:,} lines each but seem to drift apart at about line {line:,}: {lacking} seems to lack {missing} there, and up to {until} the lines fit better shifted by {count}</source>
        <translation>{source} und {target} haben je {lines:,} Zeilen, scheinen aber etwa ab Zeile {line:,} auseinanderzulaufen: In {lacking} scheint dort etwas zu fehlen ({missing}), und bis {until} passen die Zeilen um {count} verschoben besser</translation>
    </message>
    <message>
        <source>{drift} (and {count} more such stretches)</source>
        <translation>{drift} (und {count} weitere solche Strecken)</translation>
    </message>
    <message>
        <source>Parallel plain text</source>
        <translation>paralleler reiner Text</translation>
    </message>
    <message>
        <source>they seem to fit until {file} ends at line {line:,}</source>
        <translation>sie scheinen zu passen, bis {file} in Zeile {line:,} endet</translation>
    </message>
    <message>
        <source>they seem to drift apart at about line {line:,}</source>
        <translation>sie scheinen etwa ab Zeile {line:,} auseinanderzulaufen</translation>
    </message>
    <message>
        <source>{source} has {source_lines:,} lines and {target} has {target_lines:,}; {guess}</source>
        <translation>{source} hat {source_lines:,} Zeilen und {target} hat {target_lines:,}; {guess}</translation>
    </message>
    <message>
        <source>a line</source>
        <translation>eine Zeile</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} Zeilen</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>zum Ende</translation>
    </message>
    <message>
        <source>line {line:,}</source>
        <translation>Zeile {line:,}</translation>
    </message>
    <message>
        <source>{count:,} of {pairs:,} {part} pairs share a sentence with the training pairs ({by_source:,} by source, {by_target:,} by target): their scores flatter the model.</source>
        <translation>{count:,} von {pairs:,} Paaren für {part} teilen einen Satz mit den Trainingspaaren ({by_source:,} in der Quelle, {by_target:,} im Ziel): Ihre Werte schmeicheln dem Modell.</translation>
    </message>
    <message>
        <source>the corpus</source>
        <translation>das Korpus</translation>
    </message>
    <message>
        <source>there is no folder {folder}</source>
        <translation>es gibt keinen Ordner {folder}</translation>
    </message>
    <message>
        <source>Check its name; it may have been moved or deleted, or its disk taken away.</source>
        <translation>Prüfen Sie den Namen; vielleicht wurde er verschoben oder gelöscht, oder sein Datenträger wurde entfernt.</translation>
    </message>
    <message>
        <source>there is something of that name already</source>
        <translation>diesen Namen gibt es schon</translation>
    </message>
    <message>
        <source>If it is what you want, set {variable}=10, which widens all such bounds.</source>
        <translation>Wenn das so gewollt ist, setzen Sie {variable}=10; das weitet alle solchen Grenzen.</translation>
    </message>
    <message>
        <source>unpacks to more lines than it has bytes, as no text does; it is refused for safety</source>
        <translation>entpackt sich zu mehr Zeilen, als es Bytes hat, wie es kein Text tut; zur Sicherheit abgelehnt</translation>
    </message>
    <message>
        <source>Delete the corpus and import it again{command_line}.</source>
        <translation>Löschen Sie das Korpus und importieren Sie es neu{command_line}.</translation>
    </message>
    <message>
        <source>is damaged: its messages lie over each other</source>
        <translation>ist beschädigt: seine Meldungen überlappen sich</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>ist zu lang</translation>
    </message>
    <message>
        <source>cannot be read within {seconds} seconds</source>
        <translation>lässt sich nicht in {seconds} Sekunden lesen</translation>
    </message>
    <message>
        <source>cannot be read in {megabytes:,} MB of memory; it is damaged, or has cells far away from the others</source>
        <translation>lässt sich nicht mit {megabytes:,} MB Speicher lesen; es ist beschädigt oder hat Zellen weit entfernt von den anderen</translation>
    </message>
    <message>
        <source>Delete what lies behind the table, or save the sheet as CSV; {variable}=10 widens the bounds.</source>
        <translation>Löschen Sie, was hinter der Tabelle liegt, oder speichern Sie das Blatt als CSV; {variable}=10 weitet die Grenzen.</translation>
    </message>
    <message>
        <source>data.{field} is missing</source>
        <translation>data.{field} fehlt</translation>
    </message>
    <message>
        <source>Only {held_out:,} of {wanted:,} validation pairs could be held out without leaking: the other sentences occur in many pairs (the largest group of linked pairs has {largest:,}).</source>
        <translation>Nur {held_out:,} von {wanted:,} Validierungspaaren ließen sich ohne Leck zurückhalten: Die anderen Sätze kommen in vielen Paaren vor (die größte verbundene Gruppe hat {largest:,}).</translation>
    </message>
    <message>
        <source>data.{name} is {given:,}, more than a quarter of the {pairs:,} pairs; {held_out:,} are held out.</source>
        <translation>data.{name} ist {given:,}, mehr als ein Viertel der {pairs:,} Paare; {held_out:,} werden zurückgehalten.</translation>
    </message>
    <message>
        <source>{size:,} pieces for {pairs:,} pairs: small corpora want small vocabularies (Sennrich &amp; Zhang 2019).</source>
        <translation>{size:,} Teilwörter für {pairs:,} Paare: kleine Korpora brauchen kleine Vokabulare (Sennrich &amp; Zhang 2019).</translation>
    </message>
    <message>
        <source>the prepared corpus</source>
        <translation>das vorbereitete Korpus</translation>
    </message>
    <message>
        <source>No pair could be held out for validation: {count:,} training pairs stand in, so the scores tell how well the model remembers, not how well it translates.</source>
        <translation>Für die Validierung ließ sich kein Paar zurückhalten: {count:,} Trainingspaare vertreten sie. Die Werte sagen also, was das Modell behalten hat, nicht, wie gut es übersetzt.</translation>
    </message>
    <message>
        <source>belongs to another corpus</source>
        <translation>gehört zu einem anderen Korpus</translation>
    </message>
    <message>
        <source>CPU, {count} threads</source>
        <translation>CPU, {count} Threads</translation>
    </message>
    <message>
        <source>CPU, 1 thread</source>
        <translation>CPU, 1 Thread</translation>
    </message>
    <message>
        <source>the corpus&apos; edits</source>
        <translation>die Änderungen am Korpus</translation>
    </message>
    <message>
        <source>there is no pair {number}: they are counted from 1 to {size:,}</source>
        <translation>es gibt kein Paar {number}: sie sind von 1 bis {size:,} gezählt</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is called &apos;{now}&apos; now</source>
        <translation>„{name}“ heißt jetzt „{now}“</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; came with the program and cannot be changed</source>
        <translation>„{name}“ kam mit dem Programm und kann nicht geändert werden</translation>
    </message>
    <message>
        <source>Use that name.</source>
        <translation>Verwenden Sie diesen Namen.</translation>
    </message>
    <message>
        <source>Make a copy of your own{command_line}.</source>
        <translation>Machen Sie eine eigene Kopie{command_line}.</translation>
    </message>
    <message>
        <source>no corpus was named</source>
        <translation>es wurde kein Korpus genannt</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is named twice</source>
        <translation>„{name}“ ist zweimal genannt</translation>
    </message>
    <message>
        <source>the languages of &apos;{name}&apos; are not known</source>
        <translation>die Sprachen von „{name}“ sind nicht bekannt</translation>
    </message>
    <message>
        <source>Import it again and say which they are.</source>
        <translation>Importieren Sie es neu und sagen Sie, welche es sind.</translation>
    </message>
    <message>
        <source>reading held-out pairs</source>
        <translation>zurückgehaltene Paare werden gelesen</translation>
    </message>
    <message>
        <source>the corpus&apos; edits cannot be read: {reason}</source>
        <translation>die Änderungen am Korpus lassen sich nicht lesen: {reason}</translation>
    </message>
    <message>
        <source>Set the edits aside{command_line}.</source>
        <translation>Legen Sie die Änderungen weg{command_line}.</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>es wird gesucht</translation>
    </message>
    <message>
        <source>is a file of subtitles</source>
        <translation>ist eine Datei mit Untertiteln</translation>
    </message>
    <message>
        <source>is text with markup (Markdown or the like)</source>
        <translation>ist Text mit Auszeichnungen (Markdown oder Ähnliches)</translation>
    </message>
    <message>
        <source>is a LaTeX document</source>
        <translation>ist ein LaTeX-Dokument</translation>
    </message>
    <message>
        <source>is a file of keys and values</source>
        <translation>ist eine Datei mit Schlüsseln und Werten</translation>
    </message>
    <message>
        <source>is of the kind &quot;{kind}&quot;</source>
        <translation>ist von der Art „{kind}“</translation>
    </message>
    <message>
        <source>is a web page or another XML file</source>
        <translation>ist eine Webseite oder eine andere XML-Datei</translation>
    </message>
    <message>
        <source>{what}; only plain text can be read line by line</source>
        <translation>{what}; nur einfacher Text kann zeilenweise gelesen werden</translation>
    </message>
    <message>
        <source>Save its sentences as plain text, one a line, and choose that file{command_line}.</source>
        <translation>Speichern Sie die Sätze als einfachen Text, einen pro Zeile, und wählen Sie diese Datei{command_line}.</translation>
    </message>
    <message>
        <source>the program that reads it was ended from outside ({code})</source>
        <translation>das Programm, das sie liest, wurde von außen beendet ({code})</translation>
    </message>
    <message>
        <source>Close other programs if memory is short, and try again.</source>
        <translation>Schließen Sie andere Programme, falls der Speicher knapp ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Name two columns{command_line}.</source>
        <translation>Zwei Spalten nennen{command_line}.</translation>
    </message>
    <message>
        <source>Look at the pairs{command_line}, or set data.cleaning to fewer rules, or none.</source>
        <translation>Die Paare ansehen{command_line}, oder data.cleaning auf weniger Regeln oder none setzen.</translation>
    </message>
    <message>
        <source>Name a corpus, or two files{command_line}.</source>
        <translation>Ein Korpus oder zwei Dateien nennen{command_line}.</translation>
    </message>
    <message>
        <source>CPU, up to {count} threads</source>
        <translation>CPU, bis zu {count} Threads</translation>
    </message>
    <message>
        <source>{name}, {free:.0f} GiB free</source>
        <translation>{name}, {free:.0f} GiB frei</translation>
    </message>
    <message>
        <source>there is no CUDA device {number}; {available} found.</source>
        <translation>es gibt kein CUDA-Gerät {number}; gefunden: {available}.</translation>
    </message>
    <message>
        <source>there is no CUDA device {number}; {available} found. This torch is a CPU build.</source>
        <translation>es gibt kein CUDA-Gerät {number}; gefunden: {available}. Dieses torch ist eine CPU-Version.</translation>
    </message>
    <message>
        <source>Use the device cpu or auto{command_line}.</source>
        <translation>Das Gerät cpu oder auto verwenden{command_line}.</translation>
    </message>
    <message>
        <source>{device} needs {factor:.1f} times as long in bf16 as in fp32</source>
        <translation>{device} braucht in bf16 {factor:.1f}-mal so lange wie in fp32</translation>
    </message>
    <message>
        <source>needs {factor:.0f} times as long in bf16 as in fp32</source>
        <translation>braucht in bf16 {factor:.0f}-mal so lange wie in fp32</translation>
    </message>
    <message>
        <source>this run was trained in bf16, but {device} {lack}: it goes on in fp32</source>
        <translation>dieser Lauf wurde in bf16 trainiert, aber {device} {lack}: Er geht in fp32 weiter</translation>
    </message>
    <message>
        <source>this processor</source>
        <translation>dieser Prozessor</translation>
    </message>
    <message>
        <source>the device {device}</source>
        <translation>das Gerät {device}</translation>
    </message>
    <message>
        <source>cannot calculate in bf16</source>
        <translation>kann nicht in bf16 rechnen</translation>
    </message>
    <message>
        <source>every reference is empty</source>
        <translation>alle Referenzen sind leer</translation>
    </message>
    <message>
        <source>there are {lines} lines of gold links for {sentences} sentences</source>
        <translation>es gibt {lines} Zeilen Referenzverbindungen für {sentences} Sätze</translation>
    </message>
    <message>
        <source>there are {sources} source sentences and {references} references</source>
        <translation>es gibt {sources} Quellsätze und {references} Referenzen</translation>
    </message>
    <message>
        <source>Name the file with the translations.</source>
        <translation>Die Datei mit den Übersetzungen angeben.</translation>
    </message>
    <message>
        <source>link {source}-{target} points past the {source_words} source and {target_words} target words</source>
        <translation>Verbindung {source}-{target} zeigt über die {source_words} Quell- und {target_words} Zielwörter hinaus</translation>
    </message>
    <message>
        <source>gold line {number}</source>
        <translation>Zeile {number} der Referenzverbindungen</translation>
    </message>
    <message>
        <source>Links count words from 0, source first; where a script has no blanks, its characters.</source>
        <translation>Verbindungen zählen Wörter ab 0, Quelle zuerst; wo eine Schrift keine Leerzeichen kennt, ihre Zeichen.</translation>
    </message>
    <message>
        <source>reading the tested sentences</source>
        <translation>getestete Sätze werden gelesen</translation>
    </message>
    <message>
        <source>these runs were not tested on the same sentences</source>
        <translation>diese Läufe wurden nicht auf denselben Sätzen getestet</translation>
    </message>
    <message>
        <source>Test both on the same test set first; the sentences of a test must have been kept.</source>
        <translation>Zuerst beide auf derselben Testmenge testen; die Sätze eines Tests müssen aufgehoben worden sein.</translation>
    </message>
    <message>
        <source>most references have fewer than four words, so characters are counted</source>
        <translation>die meisten Referenzen haben weniger als vier Wörter, daher werden Zeichen gezählt</translation>
    </message>
    <message>
        <source>Japanese has no blanks between words, so characters are counted</source>
        <translation>Japanisch hat keine Leerzeichen zwischen Wörtern, daher werden Zeichen gezählt</translation>
    </message>
    <message>
        <source>MeCab cuts Korean words into stem and endings</source>
        <translation>MeCab zerlegt koreanische Wörter in Stamm und Endungen</translation>
    </message>
    <message>
        <source>Chinese has no blanks between words, so characters are counted</source>
        <translation>Chinesisch hat keine Leerzeichen zwischen Wörtern, daher werden Zeichen gezählt</translation>
    </message>
    <message>
        <source>{script} script has no blanks between words, so characters are counted</source>
        <translation>die Schrift {script} hat keine Leerzeichen zwischen Wörtern, daher werden Zeichen gezählt</translation>
    </message>
    <message>
        <source>Japanese has no blanks between words, so MeCab cuts it into words</source>
        <translation>Japanisch hat keine Leerzeichen zwischen Wörtern, daher zerlegt MeCab es in Wörter</translation>
    </message>
    <message>
        <source>comparing sentence by sentence</source>
        <translation>Vergleich Satz für Satz</translation>
    </message>
    <message>
        <source>drawing test sets</source>
        <translation>Testmengen werden gezogen</translation>
    </message>
    <message>
        <source>has {lines} lines for {sentences} sentences</source>
        <translation>hat {lines} Zeilen für {sentences} Sätze</translation>
    </message>
    <message>
        <source>this run has no held-out pairs of its own</source>
        <translation>dieser Lauf hat keine eigenen zurückgehaltenen Paare</translation>
    </message>
    <message>
        <source>Name a file with sentences and one with their translations.</source>
        <translation>Eine Datei mit Sätzen und eine mit ihren Übersetzungen angeben.</translation>
    </message>
    <message>
        <source>the result</source>
        <translation>das Ergebnis</translation>
    </message>
    <message>
        <source>Attention says where the decoder read while it wrote a word, not why it wrote that word. It may rest on a word beside the right one while the translation is right (Koehn and Knowles 2017); quite another attention can lead to the same output (Jain and Wallace 2019); and whether it explains anything depends on what one asks of an explanation (Wiegreffe and Pinter 2019).</source>
        <translation>Die Aufmerksamkeit sagt, wo der Decoder gelesen hat, während er ein Wort schrieb, nicht, warum er dieses Wort schrieb. Sie kann auf einem Wort neben dem richtigen ruhen, obwohl die Übersetzung stimmt (Koehn und Knowles 2017); eine ganz andere Aufmerksamkeit kann zur selben Ausgabe führen (Jain und Wallace 2019); und ob sie etwas erklärt, hängt davon ab, was man von einer Erklärung verlangt (Wiegreffe und Pinter 2019).</translation>
    </message>
    <message>
        <source>linking the words of the sentences</source>
        <translation>die Wörter der Sätze werden verbunden</translation>
    </message>
    <message>
        <source>this model has no attention, so it has no alignments to compare</source>
        <translation>dieses Modell hat keine Aufmerksamkeit, also keine Alignments zum Vergleichen</translation>
    </message>
    <message>
        <source>the run&apos;s training pairs are not at hand</source>
        <translation>die Trainingspaare des Laufs sind nicht zur Hand</translation>
    </message>
    <message>
        <source>reading the training pairs</source>
        <translation>Trainingspaare werden gelesen</translation>
    </message>
    <message>
        <source>there are no sentence pairs for the aligner to learn from</source>
        <translation>es gibt keine Satzpaare, von denen der Aligner lernen könnte</translation>
    </message>
    <message>
        <source>the statistical aligner is not installed</source>
        <translation>der statistische Aligner ist nicht installiert</translation>
    </message>
    <message>
        <source>training the aligner</source>
        <translation>Aligner wird trainiert</translation>
    </message>
    <message>
        <source>the run&apos;s validation pairs are not at hand</source>
        <translation>die Validierungspaare des Laufs sind nicht zur Hand</translation>
    </message>
    <message>
        <source>Give sentences with their translations that the run was not trained on.</source>
        <translation>Geben Sie Sätze mit Übersetzungen an, auf denen der Lauf nicht trainiert wurde.</translation>
    </message>
    <message>
        <source>the model belongs to no run</source>
        <translation>das Modell gehört zu keinem Lauf</translation>
    </message>
    <message>
        <source>reading the validation pairs</source>
        <translation>Validierungspaare werden gelesen</translation>
    </message>
    <message>
        <source>there are {one} sentences and {other} references</source>
        <translation>es gibt {one} Sätze und {other} Referenzen</translation>
    </message>
    <message>
        <source>{pairs} sentence pairs are too few to learn confidence from</source>
        <translation>{pairs} Satzpaare sind zu wenige, um daraus Vertrauen zu lernen</translation>
    </message>
    <message>
        <source>Give at least {fewest} with their translations.</source>
        <translation>Geben Sie mindestens {fewest} mit ihren Übersetzungen an.</translation>
    </message>
    <message>
        <source>there is nothing to read in the sentence</source>
        <translation>im Satz steht nichts, was zu lesen wäre</translation>
    </message>
    <message>
        <source>the vocabulary has no words</source>
        <translation>das Vokabular hat keine Wörter</translation>
    </message>
    <message>
        <source>this kind of model has no embeddings of words</source>
        <translation>diese Art von Modell hat keine Worteinbettungen</translation>
    </message>
    <message>
        <source>the sentence has more than {most} pieces</source>
        <translation>der Satz hat mehr als {most} Stücke</translation>
    </message>
    <message>
        <source>Look into one sentence at a time, or a shorter one.</source>
        <translation>Einen Satz nach dem anderen untersuchen, oder einen kürzeren.</translation>
    </message>
    <message>
        <source>this kind of model gives no gradients</source>
        <translation>diese Art von Modell liefert keine Gradienten</translation>
    </message>
    <message>
        <source>a model with 8-bit products gives no gradients</source>
        <translation>ein Modell mit 8-Bit-Produkten liefert keine Gradienten</translation>
    </message>
    <message>
        <source>this kind of model gives no vectors of its sentences</source>
        <translation>diese Art von Modell liefert keine Vektoren seiner Sätze</translation>
    </message>
    <message>
        <source>It was copied without them, and its corpora are not in the library.</source>
        <translation>Er wurde ohne sie kopiert, und seine Korpora sind nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>this text is translated in {n} parts, and only one can be looked at</source>
        <translation>dieser Text wird in {n} Teilen übersetzt, und nur einer kann betrachtet werden</translation>
    </message>
    <message>
        <source>the model is not asked for the translation of this text: it is empty, or copied</source>
        <translation>das Modell wird nach der Übersetzung dieses Texts nicht gefragt: Er ist leer oder wird kopiert</translation>
    </message>
    <message>
        <source>Give one sentence.</source>
        <translation>Geben Sie einen einzigen Satz an.</translation>
    </message>
    <message>
        <source>Point at a word to see its links. On a coloured ground: words that the model gave less than {percent} %.</source>
        <translation>Zeigen Sie auf ein Wort, um seine Verbindungen zu sehen. Auf farbigem Grund: Wörter, denen das Modell weniger als {percent} % gab.</translation>
    </message>
    <message>
        <source>{run}, step {step}, {source} to {target}; {setting}</source>
        <translation>{run}, Schritt {step}, {source} nach {target}; {setting}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>Testsatz</translation>
    </message>
    <message>
        <source>By words of the source</source>
        <translation>Nach Wörtern der Quelle</translation>
    </message>
    <message>
        <source>By times that the rarest source word was seen in training</source>
        <translation>Danach, wie oft das seltenste Quellwort im Training vorkam</translation>
    </message>
    <message>
        <source>By source words never seen in training</source>
        <translation>Nach Quellwörtern, die im Training nie vorkamen</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Points of chrF</source>
        <translation>chrF-Punkte</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
    </message>
    <message>
        <source>projected chrF</source>
        <translation>geschätztes chrF</translation>
    </message>
    <message>
        <source>true chrF</source>
        <translation>wahres chrF</translation>
    </message>
    <message>
        <source>All sentences</source>
        <translation>Alle Sätze</translation>
    </message>
    <message>
        <source>How far the projections can be trusted</source>
        <translation>Wie weit den Schätzungen zu trauen ist</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>What attention is not</source>
        <translation>Was Aufmerksamkeit nicht ist</translation>
    </message>
    <message>
        <source>What speaks for it and what against</source>
        <translation>Was für sie spricht und was dagegen</translation>
    </message>
    <message>
        <source>Other translations</source>
        <translation>Andere Übersetzungen</translation>
    </message>
    <message>
        <source>A click opens a sentence; the {count} worst have pictures.</source>
        <translation>Ein Klick öffnet einen Satz; die {count} schlechtesten haben Bilder.</translation>
    </message>
    <message>
        <source>A click opens a sentence.</source>
        <translation>Ein Klick öffnet einen Satz.</translation>
    </message>
    <message>
        <source>The same as a grid</source>
        <translation>Dasselbe als Gitter</translation>
    </message>
    <message>
        <source>counting the words of the training pairs</source>
        <translation>Wörter der Trainingspaare werden gezählt</translation>
    </message>
    <message>
        <source>no quality is projected: {reason}</source>
        <translation>es wird keine Qualität geschätzt: {reason}</translation>
    </message>
    <message>
        <source>how often words were seen is not known: {reason}</source>
        <translation>wie oft Wörter vorkamen, ist nicht bekannt: {reason}</translation>
    </message>
    <message>
        <source>the weight must lie between 0 and 1, not {weight:.2f}</source>
        <translation>das Gewicht muss zwischen 0 und 1 liegen, nicht bei {weight:.2f}</translation>
    </message>
    <message>
        <source>there are {n} words, and none has the number {word}</source>
        <translation>es gibt {n} Wörter, und keines hat die Nummer {word}</translation>
    </message>
    <message>
        <source>the word number {word} has no pieces</source>
        <translation>das Wort Nummer {word} hat keine Stücke</translation>
    </message>
    <message>
        <source>this model has no attention that can be changed</source>
        <translation>dieses Modell hat keine Aufmerksamkeit, die sich ändern ließe</translation>
    </message>
    <message>
        <source>the translation has {n} pieces, and none has the number {piece}</source>
        <translation>die Übersetzung hat {n} Stücke, und keines hat die Nummer {piece}</translation>
    </message>
    <message>
        <source>likely usable</source>
        <translation>wohl brauchbar</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>schreibgeschütztes Dateisystem</translation>
    </message>
    <message>
        <source>{run}: {leaks}</source>
        <translation>{run}: {leaks}</translation>
    </message>
    <message>
        <source>Install it in the program&apos;s environment: {command}</source>
        <translation>Installieren Sie ihn in der Umgebung des Programms: {command}</translation>
    </message>
    <message>
        <source>a process of the program ended unexpectedly ({code})</source>
        <translation>ein Prozess des Programms endete unerwartet ({code})</translation>
    </message>
    <message>
        <source>check</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>neu machen</translation>
    </message>
    <message>
        <source>mean probability of a piece</source>
        <translation>mittlere Wahrscheinlichkeit eines Stücks</translation>
    </message>
    <message>
        <source>least probability of a piece</source>
        <translation>kleinste Wahrscheinlichkeit eines Stücks</translation>
    </message>
    <message>
        <source>mean doubt between pieces (entropy)</source>
        <translation>mittlerer Zweifel zwischen Stücken (Entropie)</translation>
    </message>
    <message>
        <source>greatest doubt at a piece (entropy)</source>
        <translation>größter Zweifel bei einem Stück (Entropie)</translation>
    </message>
    <message>
        <source>source pieces never seen in training</source>
        <translation>im Training nie gesehene Quellstücke</translation>
    </message>
    <message>
        <source>words of the translation for one of the source</source>
        <translation>Wörter der Übersetzung auf eines der Quelle</translation>
    </message>
    <message>
        <source>words of the source</source>
        <translation>Wörter der Quelle</translation>
    </message>
    <message>
        <source>spread of the attention (entropy)</source>
        <translation>Streuung der Aufmerksamkeit (Entropie)</translation>
    </message>
    <message>
        <source>source words never looked at</source>
        <translation>nie angesehene Quellwörter</translation>
    </message>
    <message>
        <source>source words looked at twice</source>
        <translation>zweimal angesehene Quellwörter</translation>
    </message>
    <message>
        <source>{nats:.2f} nats</source>
        <translation>{nats:.2f} Nat</translation>
    </message>
    <message>
        <source>chrF about {chrf:.0f} ± {error:.0f}</source>
        <translation>chrF etwa {chrf:.0f} ± {error:.0f}</translation>
    </message>
    <message>
        <source>{percent:.0f} %</source>
        <translation>{percent:.0f}&#xa0;%</translation>
    </message>
    <message>
        <source>{count:.0f}</source>
        <translation>{count:.0f}</translation>
    </message>
    <message>
        <source>{ratio:.2f}</source>
        <translation>{ratio:.2f}</translation>
    </message>
    <message>
        <source>Set model.embedding={count}.</source>
        <translation>model.embedding={count} setzen.</translation>
    </message>
    <message>
        <source>has {number} values instead of {size}</source>
        <translation>hat {number} Werte statt {size}</translation>
    </message>
    <message>
        <source>has a value that is no number</source>
        <translation>hat einen Wert, der keine Zahl ist</translation>
    </message>
    <message>
        <source>belongs to another model (&apos;{name}&apos; does not match run.toml)</source>
        <translation>gehört zu einem anderen Modell („{name}“ passt nicht zu run.toml)</translation>
    </message>
    <message>
        <source>belongs to another model (&apos;{name}&apos; is {found}, not {wanted})</source>
        <translation>gehört zu einem anderen Modell („{name}“ ist {found}, nicht {wanted})</translation>
    </message>
    <message>
        <source>holds values that are no numbers (not-a-number or infinite, in &apos;{name}&apos;)</source>
        <translation>enthält Werte, die keine Zahlen sind (unbestimmt oder unendlich, in „{name}“)</translation>
    </message>
    <message>
        <source>has &apos;{name}&apos; as {found}, not as {wanted} or F16</source>
        <translation>enthält „{name}“ als {found}, nicht als {wanted} oder F16</translation>
    </message>
    <message>
        <source>Copy the run from a backup, or use another checkpoint.</source>
        <translation>Kopieren Sie den Lauf aus einer Sicherung, oder nehmen Sie einen anderen Checkpoint.</translation>
    </message>
    <message>
        <source>the run has no checkpoint with a training state, so a copy could not be trained further</source>
        <translation>der Lauf hat keinen Checkpoint mit Trainingszustand, eine Kopie ließe sich also nicht weiter trainieren</translation>
    </message>
    <message>
        <source>the run has no prepared training data, so a copy could not be trained further</source>
        <translation>der Lauf hat keine vorbereiteten Trainingsdaten, eine Kopie ließe sich also nicht weiter trainieren</translation>
    </message>
    <message>
        <source>has a member twice, a link, or one outside its folder</source>
        <translation>enthält einen Eintrag doppelt, einen Verweis oder einen außerhalb seines Ordners</translation>
    </message>
    <message>
        <source>would unpack to {size}, {times:,} times its own size</source>
        <translation>würde sich zu {size} entpacken, dem {times:,}-Fachen seiner Größe</translation>
    </message>
    <message>
        <source>the archive</source>
        <translation>das Archiv</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>der Lauf</translation>
    </message>
    <message>
        <source>was not begun here, and to go on it would have to read {file}</source>
        <translation>wurde nicht hier begonnen und müsste zum Fortsetzen {file} lesen</translation>
    </message>
    <message>
        <source>Start a new run and choose its files yourself.</source>
        <translation>Starten Sie einen neuen Lauf und wählen Sie seine Dateien selbst.</translation>
    </message>
    <message>
        <source>{checkpoint} is damaged ({problem})</source>
        <translation>{checkpoint} ist beschädigt ({problem})</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>{file} fehlt</translation>
    </message>
    <message>
        <source>no checkpoint with its training state is left</source>
        <translation>kein Checkpoint mit seinem Trainingszustand ist übrig</translation>
    </message>
    <message>
        <source>{problem}. Step {step} is used instead.</source>
        <translation>{problem}. Stattdessen wird Schritt {step} verwendet.</translation>
    </message>
    <message>
        <source>{file} cannot be read</source>
        <translation>{file} ist nicht lesbar</translation>
    </message>
    <message>
        <source>no checkpoint with its training state is left: {problem}</source>
        <translation>kein Checkpoint mit seinem Trainingszustand ist übrig: {problem}</translation>
    </message>
    <message>
        <source>none of its checkpoints can be read: {problem}</source>
        <translation>keiner seiner Checkpoints ist lesbar: {problem}</translation>
    </message>
    <message>
        <source>was written in format {found}, this program reads {known}</source>
        <translation>wurde im Format {found} geschrieben, dieses Programm liest {known}</translation>
    </message>
    <message>
        <source>{file} is empty or cut</source>
        <translation>{file} ist leer oder abgeschnitten</translation>
    </message>
    <message>
        <source>{file} has {size:,} bytes instead of {right:,}</source>
        <translation>{file} hat {size:,} Bytes statt {right:,}</translation>
    </message>
    <message>
        <source>{file} has changed since it was written</source>
        <translation>{file} hat sich seit dem Schreiben geändert</translation>
    </message>
    <message>
        <source>{file} is cut or no safetensors file</source>
        <translation>{file} ist abgeschnitten oder keine safetensors-Datei</translation>
    </message>
    <message>
        <source>{file} {problem}</source>
        <translation>{file} {problem}</translation>
    </message>
    <message>
        <source>No other one is whole.</source>
        <translation>Kein anderer ist unbeschädigt.</translation>
    </message>
    <message>
        <source>names no step</source>
        <translation>nennt keinen Schritt</translation>
    </message>
    <message>
        <source>the journal</source>
        <translation>das Journal</translation>
    </message>
    <message>
        <source>more data needs less dropout (Sennrich &amp; Zhang 2019, section 4.3).</source>
        <translation>mehr Daten brauchen weniger Dropout (Sennrich &amp; Zhang 2019, Abschnitt 4.3).</translation>
    </message>
    <message>
        <source>{pairs} pairs: small vocabularies suit small corpora, since rare pieces are not learned (Sennrich &amp; Zhang 2019, section 4.2).</source>
        <translation>{pairs} Paare: kleine Vokabulare passen zu kleinen Korpora, denn seltene Teilwörter werden nicht gelernt (Sennrich &amp; Zhang 2019, Abschnitt 4.2).</translation>
    </message>
    <message>
        <source>30: no limit was given, and most small corpora are learned by then.</source>
        <translation>30: Es war keine Grenze angegeben, und die meisten kleinen Korpora sind bis dahin gelernt.</translation>
    </message>
    <message>
        <source>{schedule}: patience is the only limit, so that {fallen} has no end to fall towards.</source>
        <translation>{schedule}: patience ist die einzige Grenze, {fallen} hätte also kein Ende, zu dem es sinken könnte.</translation>
    </message>
    <message>
        <source>both sides share a script, so pieces can be shared and all embeddings tied (Press &amp; Wolf 2017).</source>
        <translation>beide Seiten haben dieselbe Schrift, daher lassen sich Teilwörter teilen und alle Embeddings koppeln (Press &amp; Wolf 2017).</translation>
    </message>
    <message>
        <source>the sides have different scripts, so there is nothing to share.</source>
        <translation>die Seiten haben verschiedene Schriften, es gibt also nichts zu teilen.</translation>
    </message>
    <message>
        <source>the translation</source>
        <translation>die Übersetzung</translation>
    </message>
    <message>
        <source>{hidden} units are enough for {pairs} pairs and train fast.</source>
        <translation>{hidden} Einheiten genügen für {pairs} Paare und trainieren schnell.</translation>
    </message>
    <message>
        <source>about half the decoder&apos;s size, tied with the output layer.</source>
        <translation>etwa die halbe Decoder-Größe, mit der Ausgabeschicht gekoppelt.</translation>
    </message>
    <message>
        <source>two readings of a batch that must agree learned more in the same time from 29,000 pairs (Wu et al. 2021).</source>
        <translation>zwei Lesungen eines Batches, die übereinstimmen müssen, lernten aus 29.000 Paaren in derselben Zeit mehr (Wu et al. 2021).</translation>
    </message>
    <message>
        <source>tried on few pairs only; of many, reading more comes first.</source>
        <translation>nur mit wenigen Paaren erprobt; bei vielen geht es vor, mehr davon zu lesen.</translation>
    </message>
    <message>
        <source>validated by the clock.</source>
        <translation>validiert nach der Uhr.</translation>
    </message>
    <message>
        <source>about fourteen looks at the run.</source>
        <translation>etwa vierzehn Blicke auf den Lauf.</translation>
    </message>
    <message>
        <source>twice the usual peak learned twice as fast in trials.</source>
        <translation>das Doppelte des üblichen Höchstwerts lernte in Versuchen doppelt so schnell.</translation>
    </message>
    <message>
        <source>a hundred steps settle Adam&apos;s statistics; longer lost time.</source>
        <translation>hundert Schritte beruhigen die Statistik von Adam; mehr kostete Zeit.</translation>
    </message>
    <message>
        <source>Szegedy et al. (2016); helps BLEU at every corpus size.</source>
        <translation>Szegedy et al. (2016); hilft BLEU bei jeder Korpusgröße.</translation>
    </message>
    <message>
        <source>unknown preset &apos;{name}&apos;</source>
        <translation>unbekannte Voreinstellung „{name}“</translation>
    </message>
    <message>
        <source>the preset &apos;{name}&apos; is shipped with the program</source>
        <translation>die Voreinstellung „{name}“ gehört zum Programm</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>cannot be read as a preset: {reason}</source>
        <translation>ist nicht als Voreinstellung lesbar: {reason}</translation>
    </message>
    <message>
        <source>Do not trust it.</source>
        <translation>Der Datei nicht trauen.</translation>
    </message>
    <message>
        <source>holds no run (no {config} in one folder)</source>
        <translation>enthält keinen Lauf (kein {config} in einem Ordner)</translation>
    </message>
    <message>
        <source>Choose a file made by Export.</source>
        <translation>Eine mit „Exportieren“ erzeugte Datei wählen.</translation>
    </message>
    <message>
        <source>Make room on the disk first.</source>
        <translation>Zuerst Platz auf der Platte schaffen.</translation>
    </message>
    <message>
        <source>cannot be read as a run archive: {reason}</source>
        <translation>ist nicht als Laufarchiv lesbar: {reason}</translation>
    </message>
    <message>
        <source>is being trained by process {pid}</source>
        <translation>wird gerade von Prozess {pid} trainiert</translation>
    </message>
    <message>
        <source>is not a deleted run</source>
        <translation>ist kein gelöschter Lauf</translation>
    </message>
    <message>
        <source>cannot be read as JSON: {reason}</source>
        <translation>ist nicht als JSON lesbar: {reason}</translation>
    </message>
    <message>
        <source>no such run folder</source>
        <translation>diesen Laufordner gibt es nicht</translation>
    </message>
    <message>
        <source>is not a run folder: it has no {config}</source>
        <translation>ist kein Laufordner: {config} fehlt</translation>
    </message>
    <message>
        <source>the run folder exists</source>
        <translation>den Laufordner gibt es schon</translation>
    </message>
    <message>
        <source>Stop that one first.</source>
        <translation>Zuerst jenen stoppen.</translation>
    </message>
    <message>
        <source>has no checkpoint yet</source>
        <translation>hat noch keinen Checkpoint</translation>
    </message>
    <message>
        <source>Train it further first.</source>
        <translation>Zuerst weiter trainieren.</translation>
    </message>
    <message>
        <source>has no checkpoint &apos;{which}&apos;</source>
        <translation>hat keinen Checkpoint „{which}“</translation>
    </message>
    <message>
        <source>cannot be moved to the bin: {reason}</source>
        <translation>lässt sich nicht in den Papierkorb legen: {reason}</translation>
    </message>
    <message>
        <source>cannot be taken back: {reason}</source>
        <translation>lässt sich nicht zurückholen: {reason}</translation>
    </message>
    <message>
        <source>&apos;{item}&apos; is not a link</source>
        <translation>„{item}“ ist keine Verbindung</translation>
    </message>
    <message>
        <source>Write i-j (sure) or i?j (possible).</source>
        <translation>Bitte i-j (sicher) oder i?j (möglich) schreiben.</translation>
    </message>
    <message>
        <source>Open it with the version that wrote it.</source>
        <translation>Mit der Version öffnen, die es geschrieben hat.</translation>
    </message>
    <message>
        <source>translating</source>
        <translation>wird übersetzt</translation>
    </message>
    <message>
        <source>the {minutes} minutes are over</source>
        <translation>die {minutes} Minuten sind um</translation>
    </message>
    <message>
        <source>the minute is over</source>
        <translation>die Minute ist um</translation>
    </message>
    <message>
        <source>{max_epochs:g} epochs done</source>
        <translation>{max_epochs:g} Epochen fertig</translation>
    </message>
    <message>
        <source>{max_steps} steps done</source>
        <translation>{max_steps} Schritte fertig</translation>
    </message>
    <message>
        <source>no new best in {bad} validations</source>
        <translation>kein neuer Bestwert in {bad} Validierungen</translation>
    </message>
    <message>
        <source>building the model</source>
        <translation>Modell wird aufgebaut</translation>
    </message>
    <message>
        <source>is truncated or no safetensors file ({error})</source>
        <translation>ist abgeschnitten oder keine safetensors-Datei ({error})</translation>
    </message>
    <message>
        <source>Choose another name, or go on with that run{command_line}.</source>
        <translation>Einen anderen Namen wählen oder jenen Lauf fortsetzen{command_line}.</translation>
    </message>
    <message>
        <source>Look at the list of runs{command_line}.</source>
        <translation>Die Liste der Läufe ansehen{command_line}.</translation>
    </message>
    <message>
        <source>Set training.max_minutes, training.max_epochs or training.max_steps, or training.schedule to plateau or inverse_sqrt.</source>
        <translation>training.max_minutes, training.max_epochs oder training.max_steps setzen, oder training.schedule auf plateau oder inverse_sqrt.</translation>
    </message>
    <message>
        <source>Set training.max_minutes, training.max_epochs or training.max_steps, or training.validate_steps.</source>
        <translation>training.max_minutes, training.max_epochs oder training.max_steps setzen, oder training.validate_steps.</translation>
    </message>
    <message>
        <source>{value}: {reason}</source>
        <translation>{value}: {reason}</translation>
    </message>
    <message>
        <source>{epochs} readings fit in the time; it pays when there are more.</source>
        <translation>{epochs} Durchgänge passen in die Zeit; es lohnt sich, wenn es mehr sind.</translation>
    </message>
    <message>
        <source>a larger model would not have read enough in this time on this machine.</source>
        <translation>ein größeres Modell hätte in dieser Zeit auf diesem Rechner nicht genug gelesen.</translation>
    </message>
    <message>
        <source>in few readings there is little to learn by heart.</source>
        <translation>in wenigen Durchgängen gibt es wenig auswendig zu lernen.</translation>
    </message>
    <message>
        <source>about {epochs} readings of {pairs} pairs here, at {speed} target pieces a second.</source>
        <translation>etwa {epochs} Durchgänge durch {pairs} Paare auf diesem Rechner, mit {speed} Zielstücken pro Sekunde.</translation>
    </message>
    <message>
        <source>a short run translates fewer pairs at each look, so that most of its time goes into training.</source>
        <translation>ein kurzer Lauf übersetzt bei jedem Blick weniger Paare, damit die meiste Zeit dem Training bleibt.</translation>
    </message>
    <message>
        <source>Stop it there first. If it has ended without tidying up, delete {file}.</source>
        <translation>Zuerst dort stoppen. Ist das Training ohne Aufräumen zu Ende gegangen, {file} löschen.</translation>
    </message>
    <message>
        <source>results hold what is no score, which is left out: {tests}</source>
        <translation>Ergebnisse enthalten, was keine Bewertung ist; es wird weggelassen: {tests}</translation>
    </message>
    <message>
        <source>{file}: an event {kind} cannot be read and is left out</source>
        <translation>{file}: ein Ereignis {kind} ist nicht lesbar und wird ausgelassen</translation>
    </message>
    <message>
        <source>has no section [{section}]</source>
        <translation>hat keinen Abschnitt [{section}]</translation>
    </message>
    <message>
        <source>the beginning of a translation may have {most} pieces; this one has {n}</source>
        <translation>der Anfang einer Übersetzung darf {most} Stücke haben; dieser hat {n}</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>the model&apos;s scores are no numbers (not-a-number or infinite)</source>
        <translation>die Werte des Modells sind keine Zahlen (unbestimmt oder unendlich)</translation>
    </message>
    <message>
        <source>Use another checkpoint, or train the run again at a lower learning rate.</source>
        <translation>Nehmen Sie einen anderen Checkpoint, oder trainieren Sie neu mit einer niedrigeren Lernrate.</translation>
    </message>
    <message>
        <source>has its special pieces at {found} instead of {wanted}</source>
        <translation>hat seine besonderen Teilwörter bei {found} statt {wanted}</translation>
    </message>
    <message>
        <source>is not a SentencePiece model: {reason}</source>
        <translation>ist kein SentencePiece-Modell: {reason}</translation>
    </message>
    <message>
        <source>step {step} is damaged ({problem}) and was left as it is</source>
        <translation>Schritt {step} ist beschädigt ({problem}) und wurde gelassen, wie er war</translation>
    </message>
    <message>
        <source>the checkpoint</source>
        <translation>der Checkpoint</translation>
    </message>
    <message>
        <source>says &apos;{name}&apos; is {value}</source>
        <translation>gibt „{name}“ als {value} an</translation>
    </message>
    <message>
        <source>the snapshot</source>
        <translation>der Schnappschuss</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>the {seconds} seconds are over</source>
        <translation>die {seconds} Sekunden sind um</translation>
    </message>
    <message>
        <source>the checkpoints</source>
        <translation>die Checkpoints</translation>
    </message>
    <message>
        <source>{what} will not fit on the disk ({folder}, {free} free, at least {needed} needed)</source>
        <translation>{what}: zu wenig Platz auf der Platte ({folder}, {free} frei, mindestens {needed} nötig)</translation>
    </message>
    <message>
        <source>saving a checkpoint</source>
        <translation>Checkpoint wird gespeichert</translation>
    </message>
    <message>
        <source>stopped by request</source>
        <translation>auf Wunsch gestoppt</translation>
    </message>
    <message>
        <source>diverged {where}: went back to step {back} and halved the rate</source>
        <translation>divergiert {where}: zurück zu Schritt {back}, Rate halbiert</translation>
    </message>
    <message>
        <source>measuring the loss</source>
        <translation>Verlust wird gemessen</translation>
    </message>
    <message>
        <source>writing a checkpoint</source>
        <translation>Checkpoint wird geschrieben</translation>
    </message>
    <message>
        <source>the device has too little memory for this model and its batches</source>
        <translation>das Gerät hat zu wenig Speicher für dieses Modell und seine Batches</translation>
    </message>
    <message>
        <source>most validation sentences are too short for BLEU: chrF picks the best checkpoint</source>
        <translation>die meisten Validierungssätze sind zu kurz für BLEU: chrF wählt den besten Checkpoint</translation>
    </message>
    <message>
        <source>the run diverged before its first checkpoint</source>
        <translation>der Lauf ist vor seinem ersten Checkpoint divergiert</translation>
    </message>
    <message>
        <source>the run diverged again {where}</source>
        <translation>der Lauf ist erneut divergiert {where}</translation>
    </message>
    <message>
        <source>Lower training.learning_rate or raise training.warmup_steps.</source>
        <translation>training.learning_rate senken oder training.warmup_steps erhöhen.</translation>
    </message>
    <message>
        <source>is a {kind} archive</source>
        <translation>ist ein {kind}-Archiv</translation>
    </message>
    <message>
        <source>is an archive of more than {most_members:,} files</source>
        <translation>ist ein Archiv mit mehr als {most_members:,} Dateien</translation>
    </message>
    <message>
        <source>Unpack it and choose the files inside.</source>
        <translation>Entpacken und die Dateien darin wählen.</translation>
    </message>
    <message>
        <source>no such file in the archive</source>
        <translation>diese Datei gibt es im Archiv nicht</translation>
    </message>
    <message>
        <source>is protected by a password</source>
        <translation>ist durch ein Passwort geschützt</translation>
    </message>
    <message>
        <source>is packed in a way that cannot be read here</source>
        <translation>ist auf eine Art gepackt, die hier nicht lesbar ist</translation>
    </message>
    <message>
        <source>Unpack it and choose the files.</source>
        <translation>Entpacken und die Dateien wählen.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is no character encoding that is known here</source>
        <translation>„{name}“ ist keine hier bekannte Zeichenkodierung</translation>
    </message>
    <message>
        <source>Known, among others: utf-8, utf-16, windows-1252, windows-1250, windows-1251, shift-jis, gb18030.</source>
        <translation>Bekannt sind unter anderem: utf-8, utf-16, windows-1252, windows-1250, windows-1251, shift-jis, gb18030.</translation>
    </message>
    <message>
        <source>this row is not valid CSV</source>
        <translation>diese Zeile ist kein gültiges CSV</translation>
    </message>
    <message>
        <source>Save the table again, as TSV.</source>
        <translation>Die Tabelle noch einmal speichern, als TSV.</translation>
    </message>
    <message>
        <source>a field of this row is longer than {most_field:,} characters</source>
        <translation>ein Feld dieser Zeile ist länger als {most_field:,} Zeichen</translation>
    </message>
    <message>
        <source>Look for a double quote that is never closed.</source>
        <translation>Nach einem Anführungszeichen suchen, das nie geschlossen wird.</translation>
    </message>
    <message>
        <source>is larger than {number} MB, which no catalogue is</source>
        <translation>ist größer als {number} MB, was kein Katalog ist</translation>
    </message>
    <message>
        <source>has more than {most_lines:,} lines, which no catalogue has</source>
        <translation>hat mehr als {most_lines:,} Zeilen, was kein Katalog hat</translation>
    </message>
    <message>
        <source>many entries hold bytes that are not valid {codec}, the encoding the catalogue names</source>
        <translation>viele Einträge enthalten Bytes, die kein gültiges {codec} sind, die Kodierung, die der Katalog nennt</translation>
    </message>
    <message>
        <source>names the encoding &apos;{named}&apos;, which is unknown or no encoding of text</source>
        <translation>nennt die Kodierung „{named}“, die unbekannt oder keine Textkodierung ist</translation>
    </message>
    <message>
        <source>is not a compiled gettext catalogue (MO), or is cut off</source>
        <translation>ist kein kompilierter gettext-Katalog (MO) oder abgeschnitten</translation>
    </message>
    <message>
        <source>is cut off: its tables name {count:,} messages</source>
        <translation>ist abgeschnitten: Die Tabellen nennen {count:,} Meldungen</translation>
    </message>
    <message>
        <source>Copy or compile it again.</source>
        <translation>Noch einmal kopieren oder kompilieren.</translation>
    </message>
    <message>
        <source>{path}: the messages are read as &apos;{asked}&apos;, though they are probably in &apos;{messages}&apos;</source>
        <translation>{path}: die Meldungen werden als „{asked}“ gelesen, obwohl sie wohl in „{messages}“ sind</translation>
    </message>
    <message>
        <source>is cut off: message {number:,} of {count:,} lies behind its end</source>
        <translation>ist abgeschnitten: Meldung {number:,} von {count:,} liegt hinter dem Ende</translation>
    </message>
    <message>
        <source>is JSON without sentence pairs</source>
        <translation>ist JSON ohne Satzpaare</translation>
    </message>
    <message>
        <source>Known: an array of objects, an object around one, one object a line, or a map {{&quot;Open&quot;: &quot;Ouvrir&quot;}}.</source>
        <translation>Bekannt: ein Array von Objekten, ein Objekt um ein solches Array, ein Objekt je Zeile oder eine Zuordnung {{&quot;Open&quot;: &quot;Ouvrir&quot;}}.</translation>
    </message>
    <message>
        <source>is a map of identifiers to texts, which holds one language only</source>
        <translation>ist eine Zuordnung von Bezeichnern zu Texten und enthält nur eine Sprache</translation>
    </message>
    <message>
        <source>Join it with the other language, as {{&quot;en&quot;: {{key: text}}, &quot;fr&quot;: {{key: text}}}} or as a table.</source>
        <translation>Mit der anderen Sprache verbinden, als {{&quot;en&quot;: {{key: text}}, &quot;fr&quot;: {{key: text}}}} oder als Tabelle.</translation>
    </message>
    <message>
        <source>Each element must be one object such as {{&quot;source&quot;: &quot;...&quot;, &quot;target&quot;: &quot;...&quot;}}.</source>
        <translation>Jedes Element muss ein Objekt sein wie {{&quot;source&quot;: &quot;...&quot;, &quot;target&quot;: &quot;...&quot;}}.</translation>
    </message>
    <message>
        <source>nested too deep, or a number too long</source>
        <translation>zu tief verschachtelt oder eine zu lange Zahl</translation>
    </message>
    <message>
        <source>is not a JSON array as the lines before it</source>
        <translation>ist kein JSON-Array wie die Zeilen davor</translation>
    </message>
    <message>
        <source>the line is longer than {number} MB</source>
        <translation>die Zeile ist länger als {number} MB</translation>
    </message>
    <message>
        <source>A corpus has one sentence a line; perhaps this is another kind of file.</source>
        <translation>Ein Korpus hat einen Satz je Zeile; vielleicht ist dies eine andere Art von Datei.</translation>
    </message>
    <message>
        <source>must be greater than {gt}</source>
        <translation>muss größer als {gt} sein</translation>
    </message>
    <message>
        <source>must be at least {ge}</source>
        <translation>muss mindestens {ge} sein</translation>
    </message>
    <message>
        <source>must be less than {lt}</source>
        <translation>muss kleiner als {lt} sein</translation>
    </message>
    <message>
        <source>must be at most {le}</source>
        <translation>darf höchstens {le} sein</translation>
    </message>
    <message>
        <source>must be {expected}</source>
        <translation>muss {expected} sein</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss wahr oder falsch sein</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is {value!r}: {reason}</source>
        <translation>„{name}“ ist {value!r}: {reason}</translation>
    </message>
    <message>
        <source>Free some space there and try again.</source>
        <translation>Dort Platz schaffen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Choose a folder on another disk.</source>
        <translation>Einen Ordner auf einer anderen Platte wählen.</translation>
    </message>
    <message>
        <source>character {number} of the line is a NUL character, which no text has</source>
        <translation>Zeichen {number} der Zeile ist ein NUL-Zeichen, das in keinem Text vorkommt</translation>
    </message>
    <message>
        <source>unpacks to more than {most_ratio} times its size, as no text does; it is refused for safety</source>
        <translation>wird entpackt mehr als {most_ratio}-mal so groß, was bei keinem Text vorkommt; aus Sicherheitsgründen abgelehnt</translation>
    </message>
    <message>
        <source>is an archive without a corpus file that can be read</source>
        <translation>ist ein Archiv ohne lesbare Korpusdatei</translation>
    </message>
    <message>
        <source>is an empty archive</source>
        <translation>ist ein leeres Archiv</translation>
    </message>
    <message>
        <source>{archive}: {count} files are read one after the other: {names}</source>
        <translation>{archive}: {count} Dateien werden nacheinander gelesen: {names}</translation>
    </message>
    <message>
        <source>is an archive that holds one side only ({name})</source>
        <translation>ist ein Archiv, das nur eine Seite enthält ({name})</translation>
    </message>
    <message>
        <source>is an archive of more than two languages</source>
        <translation>ist ein Archiv mit mehr als zwei Sprachen</translation>
    </message>
    <message>
        <source>Free some space there, then go on with the run{command_line}.</source>
        <translation>Dort Platz schaffen, dann den Lauf fortsetzen{command_line}.</translation>
    </message>
    <message>
        <source>Free some space, then go on with the run{command_line}.</source>
        <translation>Etwas Platz schaffen, dann den Lauf fortsetzen{command_line}.</translation>
    </message>
    <message>
        <source>The checkpoint of step {step} is whole: free some space, then go on with the run{command_line}.</source>
        <translation>Der Checkpoint von Schritt {step} ist unbeschädigt: etwas Platz schaffen, dann den Lauf fortsetzen{command_line}.</translation>
    </message>
    <message>
        <source>does not fit the run ({reason})</source>
        <translation>passt nicht zum Lauf ({reason})</translation>
    </message>
    <message>
        <source>Free some space there, then start again{command_line}.</source>
        <translation>Dort Platz schaffen, dann neu starten{command_line}.</translation>
    </message>
    <message>
        <source>Choose a smaller preset, or the CPU{command_line}.</source>
        <translation>Eine kleinere Voreinstellung oder den Prozessor wählen{command_line}.</translation>
    </message>
    <message>
        <source>other programs are busy: {count} of {most} threads calculate</source>
        <translation>andere Programme sind beschäftigt: {count} von {most} Threads rechnen</translation>
    </message>
    <message>
        <source>the run began with it</source>
        <translation>der Lauf hat damit begonnen</translation>
    </message>
    <message>
        <source>One of the training processes ended unexpectedly.</source>
        <translation>Einer der Trainingsprozesse endete unerwartet.</translation>
    </message>
    <message>
        <source>Choose a smaller model or a smaller batch, or close other programs.</source>
        <translation>Ein kleineres Modell oder einen kleineren Batch wählen oder andere Programme schließen.</translation>
    </message>
    <message>
        <source>{where}: {message}</source>
        <translation>{where}: {message}</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>Der Speicher reichte nicht.</translation>
    </message>
    <message>
        <source>is a web page, perhaps saved in place of the file it links to</source>
        <translation>ist eine Webseite, vielleicht anstelle der verlinkten Datei gespeichert</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>is an old Office document, or another compound file</source>
        <translation>ist ein altes Office-Dokument oder eine andere Verbunddatei</translation>
    </message>
    <message>
        <source>has no sheet &apos;{sheet}&apos;</source>
        <translation>hat kein Blatt „{sheet}“</translation>
    </message>
    <message>
        <source>holds no translated unit</source>
        <translation>enthält keine übersetzte Einheit</translation>
    </message>
    <message>
        <source>is not well-formed XML, or is cut off: no element begins</source>
        <translation>ist kein wohlgeformtes XML oder abgeschnitten: kein Element beginnt</translation>
    </message>
    <message>
        <source>byte {byte} is not valid {codec}: the file seems to be in another encoding than it says</source>
        <translation>Byte {byte} ist kein gültiges {codec}: Die Datei scheint eine andere Kodierung zu haben, als sie angibt</translation>
    </message>
    <message>
        <source>has elements nested too deeply: &lt;{tag}&gt;</source>
        <translation>hat zu tief verschachtelte Elemente: &lt;{tag}&gt;</translation>
    </message>
    <message>
        <source>is not well-formed XML: {opener} without its end</source>
        <translation>ist kein wohlgeformtes XML: {opener} ohne Ende</translation>
    </message>
    <message>
        <source>belongs to another tokenizer</source>
        <translation>gehört zu einem anderen Tokenizer</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>ist beschädigt</translation>
    </message>
    <message>
        <source>is not a profile of source sentences</source>
        <translation>ist kein Profil von Quellsätzen</translation>
    </message>
    <message>
        <source>Free some space there, or set WORKBENCH_HOME to a folder on another disk.</source>
        <translation>Dort Platz schaffen oder WORKBENCH_HOME auf einen Ordner auf einer anderen Platte setzen.</translation>
    </message>
    <message>
        <source>Choose another place, or check the folder&apos;s permissions.</source>
        <translation>Einen anderen Ort wählen oder die Zugriffsrechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>Use letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, and begin with a letter.</source>
        <translation>Buchstaben, Ziffern, „-“, „_“ und „.“ verwenden und mit einem Buchstaben beginnen.</translation>
    </message>
    <message>
        <source>Set runtime.precision to auto or fp32.</source>
        <translation>runtime.precision auf auto oder fp32 setzen.</translation>
    </message>
    <message>
        <source>small batches learn more per sentence (Sennrich &amp; Zhang 2019, section 4.2), larger ones keep a GPU busy.</source>
        <translation>kleine Batches lernen mehr je Satz (Sennrich &amp; Zhang 2019, Abschnitt 4.2), größere lasten eine GPU aus.</translation>
    </message>
    <message>
        <source>small batches learn more per sentence (Sennrich &amp; Zhang 2019, section 4.2).</source>
        <translation>kleine Batches lernen mehr je Satz (Sennrich &amp; Zhang 2019, Abschnitt 4.2).</translation>
    </message>
    <message>
        <source>{schedule} falls towards the end of the run, and patience, the only limit, does not say when that is</source>
        <translation>{schedule} sinkt gegen Ende des Laufs, und patience, die einzige Grenze, sagt nicht, wann das ist</translation>
    </message>
    <message>
        <source>is the only limit and counts validations, of which there are none</source>
        <translation>ist die einzige Grenze und zählt Validierungen, die es nicht gibt</translation>
    </message>
    <message>
        <source>Export it without its state.</source>
        <translation>Den Lauf ohne seinen Zustand exportieren.</translation>
    </message>
    <message>
        <source>needs {needed} and only {free} are free on {root}</source>
        <translation>braucht {needed}, und auf {root} sind nur {free} frei</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>is being trained by another process</source>
        <translation>wird gerade von einem anderen Prozess trainiert</translation>
    </message>
    <message>
        <source>is being trained by process {pid} on the computer &apos;{host}&apos; (started {since})</source>
        <translation>wird gerade von Prozess {pid} auf dem Computer „{host}“ trainiert (gestartet: {since})</translation>
    </message>
    <message>
        <source>Copy the folder under another name and work on the copy.</source>
        <translation>Den Ordner unter anderem Namen kopieren und mit der Kopie arbeiten.</translation>
    </message>
    <message>
        <source>came with the program and stays as it is</source>
        <translation>kam mit dem Programm und bleibt unverändert</translation>
    </message>
    <message>
        <source>this processor, or this build of torch, has no int8 products</source>
        <translation>dieser Prozessor oder diese Ausgabe von torch hat keine int8-Produkte</translation>
    </message>
    <message>
        <source>Translate without it.</source>
        <translation>Ohne diese Option übersetzen.</translation>
    </message>
    <message>
        <source>none of its checkpoints can be read</source>
        <translation>keiner seiner Checkpoints ist lesbar</translation>
    </message>
    <message>
        <source>Copy the run from a backup.</source>
        <translation>Den Lauf aus einer Sicherung kopieren.</translation>
    </message>
    <message>
        <source>The disk is nearly full ({folder}): {what} may need {most}, {free} are free.</source>
        <translation>Die Platte ist fast voll ({folder}): Für {what} werden vielleicht {most} gebraucht, {free} sind frei.</translation>
    </message>
    <message>
        <source>{name} could not take an event and gets no more ({why}); training goes on</source>
        <translation>{name} konnte ein Ereignis nicht annehmen und bekommt keine mehr ({why}); das Training geht weiter</translation>
    </message>
    <message>
        <source>runtime.threads is {wanted}, more than the cores here: {cores} used</source>
        <translation>runtime.threads ist {wanted}, mehr als hier Kerne da sind: {cores} werden genutzt</translation>
    </message>
    <message>
        <source>no gain in {plateau_patience} validations: rate halved</source>
        <translation>kein Gewinn in {plateau_patience} Validierungen: Rate halbiert</translation>
    </message>
    <message>
        <source>stopped before training began</source>
        <translation>vor Beginn des Trainings gestoppt</translation>
    </message>
    <message>
        <source>the corpus is too small to fill one batch on every device</source>
        <translation>das Korpus ist zu klein, um auf jedem Gerät einen Batch zu füllen</translation>
    </message>
    <message>
        <source>{found}: it was renamed to {aside}, and training goes on from step {value}</source>
        <translation>{found}: umbenannt in {aside}; das Training geht ab Schritt {value} weiter</translation>
    </message>
    <message>
        <source>out of memory: batches are now taken in {splits} parts</source>
        <translation>zu wenig Speicher: Batches werden nun in {splits} Teilen verarbeitet</translation>
    </message>
</context>
<context>
    <name>EvaluateDialog</name>
    <message>
        <source>Test a run</source>
        <translation>Einen Lauf testen</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>Testmenge</translation>
    </message>
    <message>
        <source>Sentences with references that the run has not trained on</source>
        <translation>Sätze mit Referenzen, mit denen der Lauf nicht trainiert hat</translation>
    </message>
    <message>
        <source>{count} sentences</source>
        <translation>{count} Sätze</translation>
    </message>
    <message>
        <source>with word alignments</source>
        <translation>mit Wort-Alignments</translation>
    </message>
    <message>
        <source>My own files…</source>
        <translation>Eigene Dateien…</translation>
    </message>
    <message>
        <source>&amp;Start the test</source>
        <translation>Test s&amp;tarten</translation>
    </message>
    <message>
        <source>Runs in the background and can be cancelled</source>
        <translation>Läuft im Hintergrund und lässt sich abbrechen</translation>
    </message>
    <message>
        <source>Source file, one sentence a line</source>
        <translation>Quelldatei, ein Satz je Zeile</translation>
    </message>
    <message>
        <source>Reference file, line by line</source>
        <translation>Referenzdatei, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Word alignments (optional)</source>
        <translation>Wort-Alignments (freiwillig)</translation>
    </message>
    <message>
        <source>optional: lines such as 0-0 1-2 2-1</source>
        <translation>freiwillig: Zeilen wie 0-0 1-2 2-1</translation>
    </message>
    <message>
        <source>Pharaoh format: source word - target word, counted from 0; ? instead of - for possible links</source>
        <translation>Pharaoh-Format: Quellwort - Zielwort, ab 0 gezählt; „?“ statt „-“ für mögliche Verbindungen</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Best: by the validation score. Last: the newest</source>
        <translation>Bester: nach dem Validierungswert. Letzter: der neueste</translation>
    </message>
    <message>
        <source>best</source>
        <translation>bester</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>Beam size</source>
        <translation>Beam-Breite</translation>
    </message>
    <message>
        <source>1 is greedy and fastest; 5 is usual in papers</source>
        <translation>1 ist greedy und am schnellsten; 5 ist in Veröffentlichungen üblich</translation>
    </message>
    <message>
        <source>Sentences at most</source>
        <translation>Höchstens Sätze</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>For a first look; scores of a part are not comparable with others</source>
        <translation>Für einen ersten Eindruck; Werte eines Teils sind mit anderen nicht vergleichbar</translation>
    </message>
    <message>
        <source>Ignore upper and lower case</source>
        <translation>Groß- und Kleinschreibung ignorieren</translation>
    </message>
    <message>
        <source>The signature of the score says so</source>
        <translation>Die Signatur des Werts sagt es</translation>
    </message>
    <message>
        <source>&amp;Test set</source>
        <translation>&amp;Testmenge</translation>
    </message>
    <message>
        <source>S&amp;ource file</source>
        <translation>&amp;Quelldatei</translation>
    </message>
    <message>
        <source>&amp;Reference file</source>
        <translation>&amp;Referenzdatei</translation>
    </message>
    <message>
        <source>&amp;Alignments</source>
        <translation>Ali&amp;gnments</translation>
    </message>
    <message>
        <source>&amp;Checkpoint</source>
        <translation>&amp;Checkpoint</translation>
    </message>
    <message>
        <source>&amp;Beam size</source>
        <translation>&amp;Beam-Breite</translation>
    </message>
    <message>
        <source>Sentences at &amp;most</source>
        <translation>Höchstens &amp;Sätze</translation>
    </message>
    <message>
        <source>Choose a source file and a reference file with the same number of lines.</source>
        <translation>Bitte eine Quelldatei und eine Referenzdatei mit gleich vielen Zeilen wählen.</translation>
    </message>
</context>
<context>
    <name>ExampleList</name>
    <message>
        <source>The model is tested with these, not trained. A click translates one.</source>
        <translation>Mit diesen wird das Modell geprüft, nicht trainiert. Ein Klick übersetzt einen davon.</translation>
    </message>
    <message>
        <source>Example sentences</source>
        <translation>Beispielsätze</translation>
    </message>
    <message>
        <source>Type a text, or try a sentence of the model&apos;s own corpus</source>
        <translation>Text eingeben, oder einen Satz aus dem Korpus des Modells ausprobieren</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export {name}</source>
        <translation>{name} exportieren</translation>
    </message>
    <message>
        <source>TMX is what translation programs read, a table opens in a spreadsheet</source>
        <translation>TMX lesen Übersetzungsprogramme, eine Tabelle öffnet sich in einer Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Translation memory (TMX)</source>
        <translation>Übersetzungsspeicher (TMX)</translation>
    </message>
    <message>
        <source>Table, columns by tabs (TSV)</source>
        <translation>Tabelle, Spalten durch Tabulatoren (TSV)</translation>
    </message>
    <message>
        <source>Two text files, line by line</source>
        <translation>Zwei Textdateien, Zeile für Zeile</translation>
    </message>
    <message>
        <source>What the corpus holds out for validation and tests is a part of its own</source>
        <translation>Was das Korpus für Validierung und Tests zurückhält, ist ein Teil für sich</translation>
    </message>
    <message>
        <source>Which pairs</source>
        <translation>Welche Paare</translation>
    </message>
    <message>
        <source>All {count} pairs</source>
        <translation>Alle {count} Paare</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Which &amp;pairs</source>
        <translation>Welche &amp;Paare</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>Say where to write, and begin</source>
        <translation>Sagen, wohin, und beginnen</translation>
    </message>
    <message>
        <source>TMX needs a corpus whose languages are known.</source>
        <translation>TMX braucht ein Korpus, dessen Sprachen bekannt sind.</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose: {what}</source>
        <translation>Wählen: {what}</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Die Datei wählen</translation>
    </message>
</context>
<context>
    <name>FileTranslationDialog</name>
    <message>
        <source>Translate a file</source>
        <translation>Eine Datei übersetzen</translation>
    </message>
    <message>
        <source>Plain text, one sentence a line; line by line the translation of “{model}” is written.</source>
        <translation>Reiner Text, ein Satz je Zeile; die Übersetzung von „{model}“ wird Zeile für Zeile geschrieben.</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Stoppen und behalten</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>File to translate</source>
        <translation>Zu übersetzende Datei</translation>
    </message>
    <message>
        <source>File for the translation</source>
        <translation>Datei für die Übersetzung</translation>
    </message>
    <message>
        <source>Line by line the translation; while it grows it is called .partial</source>
        <translation>Zeile für Zeile die Übersetzung; solange sie wächst, heißt sie .partial</translation>
    </message>
    <message>
        <source>Translate the file</source>
        <translation>Die Datei übersetzen</translation>
    </message>
    <message>
        <source>Start translating</source>
        <translation>Mit dem Übersetzen beginnen</translation>
    </message>
    <message>
        <source>Hold after the lines under way, or go on</source>
        <translation>Nach den aktuellen Zeilen anhalten oder fortfahren</translation>
    </message>
    <message>
        <source>Stop and keep what is done</source>
        <translation>Stoppen und das Fertige behalten</translation>
    </message>
    <message>
        <source>Stop; the lines translated so far stay in the .partial file</source>
        <translation>Stoppen; die bisher übersetzten Zeilen bleiben in der .partial-Datei</translation>
    </message>
    <message>
        <source>Plain text, one sentence a line; a corpus, a table or a document must be saved as that first</source>
        <translation>Einfacher Text, ein Satz pro Zeile; ein Korpus, eine Tabelle oder ein Dokument muss erst so gespeichert werden</translation>
    </message>
    <message>
        <source>Open the folder of the result</source>
        <translation>Den Ordner des Ergebnisses öffnen</translation>
    </message>
    <message>
        <source>Go on with an earlier try</source>
        <translation>Einen früheren Versuch fortsetzen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>into</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>Modell wird geöffnet…</translation>
    </message>
    <message>
        <source>Stopped before the first line.</source>
        <translation>Vor der ersten Zeile gestoppt.</translation>
    </message>
    <message>
        <source>Translating {file}</source>
        <translation>{file} wird übersetzt</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Paused. {done} lines are done.</source>
        <translation>Angehalten. {done} Zeilen sind fertig.</translation>
    </message>
    <message>
        <source>{done} of {total} lines</source>
        <translation>{done} von {total} Zeilen</translation>
    </message>
    <message>
        <source>{lines}, {rate} a second, about {left} left</source>
        <translation>{lines}, {rate} je Sekunde, noch etwa {left}</translation>
    </message>
    <message>
        <source>Done: {total} lines in {time}. The translation is in {path}.</source>
        <translation>Fertig: {total} Zeilen in {time}. Die Übersetzung steht in {path}.</translation>
    </message>
    <message>
        <source>Stopped: {done} of {total} lines are kept in {path}.</source>
        <translation>Gestoppt: {done} von {total} Zeilen sind in {path} aufgehoben.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 and was read as {encoding}; save it as UTF-8 if letters look wrong.</source>
        <translation>Die Datei ist nicht UTF-8 und wurde als {encoding} gelesen; sehen Buchstaben falsch aus, sie als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>{kept} lines are kept in {path}.</source>
        <translation>{kept} Zeilen sind in {path} aufgehoben.</translation>
    </message>
    <message>
        <source>The translation needs a file of its own.</source>
        <translation>Die Übersetzung braucht eine eigene Datei.</translation>
    </message>
    <message>
        <source>Go on after the {kept} lines of an earlier try</source>
        <translation>Nach den {kept} Zeilen eines früheren Versuchs weitermachen</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>{number} G</source>
        <comment>thousands of millions</comment>
        <translation>{number}&#xa0;G</translation>
    </message>
    <message>
        <source>{number} M</source>
        <comment>millions</comment>
        <translation>{number}&#xa0;M</translation>
    </message>
    <message>
        <source>{number} k</source>
        <comment>thousands</comment>
        <translation>{number}&#xa0;k</translation>
    </message>
    <message>
        <source>{number} %</source>
        <comment>percent</comment>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>The words that the window uses, each in two sentences and an example.</source>
        <translation>Die Wörter, die das Fenster verwendet, jedes in zwei Sätzen und einem Beispiel.</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Seiten der Anleitung</translation>
    </message>
    <message>
        <source>Six pages and a glossary</source>
        <translation>Sechs Seiten und ein Glossar</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>Text der Anleitung</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>To where the last link was (Backspace)</source>
        <translation>Dorthin, wo der letzte Link stand (Rücktaste)</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>Five bubbles that show where things are</source>
        <translation>Fünf Sprechblasen, die zeigen, wo was ist</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>The guide opens again with F1</source>
        <translation>Die Anleitung öffnet sich wieder mit F1</translation>
    </message>
</context>
<context>
    <name>HeatmapDrawing</name>
    <message>
        <source>1  share of a target token&apos;s probability lost</source>
        <extracomment>Size of text in a matrix that scrolls.</extracomment>
        <translation>1  verlorener Anteil der Wahrscheinlichkeit eines Zielstücks</translation>
    </message>
    <message>
        <source>1  probability lost</source>
        <translation>1  verlorene Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>1  share of a target token&apos;s gradient times input</source>
        <translation>1  Anteil am Gradienten mal Eingabe eines Zielstücks</translation>
    </message>
    <message>
        <source>1  gradient times input</source>
        <translation>1  Gradient mal Eingabe</translation>
    </message>
    <message>
        <source>1  share of a target token&apos;s attention</source>
        <translation>1  Anteil an der Attention eines Zieltokens</translation>
    </message>
    <message>
        <source>1  attention</source>
        <translation>1  Attention</translation>
    </message>
</context>
<context>
    <name>HeatmapView</name>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>No heat map: this model has no attention.</source>
        <translation>Keine Heatmap: Dieses Modell hat keine Attention.</translation>
    </message>
</context>
<context>
    <name>HelpMark</name>
    <message>
        <source>What is this: {term}</source>
        <extracomment>Width of an explanation, in letters.</extracomment>
        <translation>Was ist das: {term}</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Lengths of the sentences</source>
        <translation>Längen der Sätze</translation>
    </message>
    <message>
        <source>How many sentences have which length. The dashed line is the longest that cleaning keeps.</source>
        <translation>Wie viele Sätze welche Länge haben. Die gestrichelte Linie ist die größte, die die Bereinigung behält.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>The language to translate from, as a tag such as en or pt-BR</source>
        <translation>Die Ausgangssprache als Kürzel wie en oder pt-BR</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>The language to translate to, as a tag such as fr or zh-Hant</source>
        <translation>Die Zielsprache als Kürzel wie fr oder zh-Hant</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Swap the two sides</source>
        <translation>Die beiden Seiten tauschen</translation>
    </message>
    <message>
        <source>Name of the corpus</source>
        <translation>Name des Korpus</translation>
    </message>
    <message>
        <source>Leave this import?</source>
        <translation>Diesen Import verlassen?</translation>
    </message>
    <message>
        <source>Letters, digits, - _ . ; runs will refer to the corpus by this name</source>
        <translation>Buchstaben, Ziffern, - _ . ; Läufe bezeichnen das Korpus mit diesem Namen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Take these pairs in</source>
        <translation>Diese Paare aufnehmen</translation>
    </message>
    <message>
        <source>Copy the pairs into your corpora; the files stay as they are (Ctrl+Return)</source>
        <translation>Die Paare in die eigenen Korpora kopieren; die Dateien bleiben, wie sie sind (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Import and &amp;train</source>
        <translation>Importieren und t&amp;rainieren</translation>
    </message>
    <message>
        <source>Import, then go on to the train pane with this corpus chosen</source>
        <translation>Importieren, dann mit diesem Korpus zum Bereich „Trainieren“ gehen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Nicht importieren</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>V&amp;on</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>N&amp;ach</translation>
    </message>
    <message>
        <source>This cannot be the name of a corpus: {reason}.</source>
        <translation>Dies kann nicht der Name eines Korpus sein: {reason}.</translation>
    </message>
    <message>
        <source>Both sides are the same column; choose another one for one of them.</source>
        <translation>Beide Seiten sind dieselbe Spalte; bitte für eine davon eine andere wählen.</translation>
    </message>
    <message>
        <source>Both sides are in the same language; choose another language or column for one of them.</source>
        <translation>Beide Seiten sind in derselben Sprache; bitte für eine davon eine andere Sprache oder Spalte wählen.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>Leave the files alone (Escape asks first)</source>
        <translation>Die Dateien lassen, wie sie sind (Esc fragt erst)</translation>
    </message>
    <message>
        <source>Import {files}</source>
        <translation>{files} importieren</translation>
    </message>
    <message>
        <source>{size}, reading…</source>
        <translation>{size}, wird gelesen…</translation>
    </message>
    <message>
        <source>Reading all pairs; you can import at once</source>
        <translation>Alle Paare werden gelesen; importiert werden kann sofort</translation>
    </message>
    <message>
        <source>There is a corpus called {name} already; choose another name.</source>
        <translation>Es gibt schon ein Korpus namens {name}; bitte einen anderen Namen wählen.</translation>
    </message>
</context>
<context>
    <name>Influences</name>
    <message>
        <source>Being worked out…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>This translation was changed after the search (a word was copied), so that it cannot be read again.</source>
        <translation>Diese Übersetzung wurde nach der Suche geändert (ein Wort wurde kopiert) und kann nicht noch einmal gelesen werden.</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>{one} and {other} {tau}</source>
        <translation>{one} und {other} {tau}</translation>
    </message>
    <message>
        <source>How far they rank the source words alike (Kendall’s tau, 1 the same, 0 unrelated): {list}.</source>
        <translation>Wie gleich sie die Quellwörter ordnen (Kendalls Tau, 1 gleich, 0 ohne Zusammenhang): {list}.</translation>
    </message>
</context>
<context>
    <name>InspectionPage</name>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Save what this page shows as SVG, PDF or PNG, or its numbers as CSV, JSON or NPZ.</source>
        <translation>Speichern, was diese Seite zeigt, als SVG, PDF oder PNG, oder ihre Zahlen als CSV, JSON oder NPZ.</translation>
    </message>
    <message>
        <source>Save this page</source>
        <translation>Diese Seite speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>This could not be saved: {error}</source>
        <translation>Dies konnte nicht gespeichert werden: {error}</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Gespeichert als {path}.</translation>
    </message>
</context>
<context>
    <name>JobProgress</name>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop this; nothing half-done is kept</source>
        <translation>Dies stoppen; nichts Halbfertiges bleibt</translation>
    </message>
    <message>
        <source>Cancel what is running</source>
        <translation>Abbrechen, was gerade läuft</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>LanguageBox</name>
    <message>
        <source>not known</source>
        <extracomment>Offered besides what the files name.</extracomment>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>LearningList</name>
    <message>
        <source>Step {step}: {text}</source>
        <translation>Schritt {step}: {text}</translation>
    </message>
    <message>
        <source>The sentence through training</source>
        <translation>Der Satz im Lauf des Trainings</translation>
    </message>
    <message>
        <source>The selected sentence translated by each checkpoint of the run; new words are marked. Click a step to see its alignment.</source>
        <translation>Der gewählte Satz, übersetzt von jedem Checkpoint des Laufs; neue Wörter sind markiert. Ein Klick auf einen Schritt zeigt sein Alignment.</translation>
    </message>
</context>
<context>
    <name>LookModel</name>
    <message>
        <source>No.</source>
        <extracomment>Sentences of a list that are written out.</extracomment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Place in the test set</source>
        <translation>Platz in der Testmenge</translation>
    </message>
    <message>
        <source>chrF</source>
        <translation>chrF</translation>
    </message>
    <message>
        <source>How near the translation is to the reference, 0 to 100</source>
        <translation>Wie nah die Übersetzung an der Referenz ist, 0 bis 100</translation>
    </message>
    <message>
        <source>Projected</source>
        <translation>Geschätzt</translation>
    </message>
    <message>
        <source>chrF projected without the reference</source>
        <translation>Ohne Referenz geschätztes chrF</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>What the projection means: likely usable, check, or redo</source>
        <translation>Was die Schätzung bedeutet: wohl brauchbar, prüfen oder neu machen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Words of the source</source>
        <translation>Wörter der Quelle</translation>
    </message>
    <message>
        <source>Mean prob.</source>
        <translation>Mittl. Wahrsch.</translation>
    </message>
    <message>
        <source>Mean probability of the translation’s pieces</source>
        <translation>Mittlere Wahrscheinlichkeit der Stücke der Übersetzung</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>Mean entropy over the pieces, in nats: how undecided the model was</source>
        <translation>Mittlere Entropie über die Stücke, in Nat: wie unentschieden das Modell war</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Words of the translation for one of the source</source>
        <translation>Wörter der Übersetzung auf eines der Quelle</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Share of the source words that no word of the translation looked at</source>
        <translation>Anteil der Quellwörter, die kein Wort der Übersetzung angesehen hat</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Ungesehen</translation>
    </message>
    <message>
        <source>Source words that do not occur in training</source>
        <translation>Quellwörter, die im Training nicht vorkommen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What was translated</source>
        <translation>Was übersetzt wurde</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>What the model wrote</source>
        <translation>Was das Modell geschrieben hat</translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>Loss</source>
        <extracomment>Labelled lines at most; the newest win, or they would hide the curves. Validations are marked with dots up to so many; more would hide their line. The share of the run that &quot;recent&quot; shows, and how many points at least.</extracomment>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>geglättet</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>best</source>
        <translation>bester</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Validation: cross-entropy per piece on sentences the model does not learn from.</source>
        <translation>Validierung: Kreuzentropie je Teilwort auf Sätzen, aus denen das Modell nicht lernt.</translation>
    </message>
    <message>
        <source>Training: cross-entropy per piece of the batches, without label smoothing and R-Drop, so that it can be compared with validation. The model&apos;s dropout is on, which raises it a little.</source>
        <translation>Training: Kreuzentropie je Teilwort der Batches, ohne Label-Smoothing und R-Drop, damit sie mit der Validierung vergleichbar ist. Das Dropout des Modells ist an, was sie ein wenig erhöht.</translation>
    </message>
    <message>
        <source>Objective: what training makes small, with label smoothing and R-Drop. This run did not measure the plain cross-entropy, so the two curves cannot be compared.</source>
        <translation>Zielfunktion: was das Training klein macht, mit Label-Smoothing und R-Drop. Dieser Lauf hat die reine Kreuzentropie nicht gemessen, daher lassen sich die beiden Kurven nicht vergleichen.</translation>
    </message>
    <message>
        <source>The loss will appear here. It should fall: the lower, the better.</source>
        <translation>Hier erscheint der Verlust. Er soll sinken: je niedriger, desto besser.</translation>
    </message>
    <message>
        <source>Loss chart; arrow keys read the values</source>
        <translation>Verlustdiagramm; die Pfeiltasten lesen die Werte</translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>&amp;Logarithmisch</translation>
    </message>
    <message>
        <source>Logarithmic loss axis: late progress becomes visible</source>
        <translation>Logarithmische Verlustachse: später Fortschritt wird sichtbar</translation>
    </message>
    <message>
        <source>&amp;Ignore outliers</source>
        <translation>Ausreißer &amp;ignorieren</translation>
    </message>
    <message>
        <source>Scale the axis so that rare peaks do not flatten the curve</source>
        <translation>Die Achse so wählen, dass seltene Spitzen die Kurve nicht flach drücken</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>Ein&amp;passen</translation>
    </message>
    <message>
        <source>Show everything again (double click)</source>
        <translation>Wieder alles zeigen (Doppelklick)</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Show the whole run, or only its last quarter</source>
        <translation>Den ganzen Lauf zeigen oder nur sein letztes Viertel</translation>
    </message>
    <message>
        <source>Part of the run that is shown</source>
        <translation>Gezeigter Teil des Laufs</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>&amp;Glättung</translation>
    </message>
    <message>
        <source>How strongly the bold training curve is smoothed; the raw one always stays under it</source>
        <translation>Wie stark die fette Trainingskurve geglättet wird; die rohe bleibt immer darunter</translation>
    </message>
    <message>
        <source>Smoothing of the training curve</source>
        <translation>Glättung der Trainingskurve</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Translation workbench</source>
        <extracomment>Name, module and class of each pane, in navigation order. The part of the status bar that tells what trains, at most. Work shorter than this is not mentioned in the status bar.</extracomment>
        <translation>Übersetzungswerkstatt</translation>
    </message>
    <message>
        <source>Drop the files to import them as a corpus</source>
        <translation>Dateien hier ablegen, um sie als Korpus zu importieren</translation>
    </message>
    <message>
        <source>Drop a file to translate it, or to import it as a corpus</source>
        <translation>Datei hier ablegen, um sie zu übersetzen oder als Korpus zu importieren</translation>
    </message>
    <message>
        <source>The settings file is damaged; what could not be read is as at the first start: {path}</source>
        <translation>Die Einstellungsdatei ist beschädigt; was nicht gelesen werden konnte, ist wie beim ersten Start: {path}</translation>
    </message>
    <message>
        <source>The settings cannot be saved: {path} cannot be written.</source>
        <translation>Die Einstellungen können nicht gespeichert werden: {path} ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Import a corpus</source>
        <translation>Ein Korpus importieren</translation>
    </message>
    <message>
        <source>Sentence pairs (*);;All files (*)</source>
        <translation>Satzpaare (*);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a run folder</source>
        <translation>Einen Laufordner öffnen</translation>
    </message>
    <message>
        <source>There is nothing to open in what was dropped.</source>
        <translation>Im Abgelegten gibt es nichts zu öffnen.</translation>
    </message>
    <message>
        <source>Text size {percent} %</source>
        <translation>Schriftgröße {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Something is still being worked on. Please switch the language afterwards.</source>
        <translation>Es wird noch gearbeitet. Bitte die Sprache danach wechseln.</translation>
    </message>
    <message>
        <source>Closing after the checkpoint is saved…</source>
        <translation>Schließt, sobald der Checkpoint gespeichert ist…</translation>
    </message>
</context>
<context>
    <name>MeasuredModel</name>
    <message>
        <source>Log-probability a piece that the model gives its own translation</source>
        <extracomment>Sentences of a picture; a file of numbers has them all.</extracomment>
        <translation>Log-Wahrscheinlichkeit je Stück, die das Modell seiner eigenen Übersetzung gibt</translation>
    </message>
    <message>
        <source>Share of the words of both translations that only one of them has</source>
        <translation>Anteil der Wörter beider Übersetzungen, die nur eine von beiden hat</translation>
    </message>
    <message>
        <source>Share of the words of both that are linked with other words of the source</source>
        <translation>Anteil der gemeinsamen Wörter, die mit anderen Wörtern der Quelle verbunden sind</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Score A</source>
        <translation>Wert A</translation>
    </message>
    <message>
        <source>Score B</source>
        <translation>Wert B</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Copy the pairs in the background; can be cancelled</source>
        <translation>Die Paare im Hintergrund kopieren; lässt sich abbrechen</translation>
    </message>
    <message>
        <source>Copy or merge</source>
        <translation>Kopieren oder verbinden</translation>
    </message>
    <message>
        <source>&amp;Make it</source>
        <translation>&amp;Anlegen</translation>
    </message>
    <message>
        <source>The pairs of {name} become a new corpus of your own, together with those of the corpora that are ticked. All of them stay as they are. What one of them holds out for tests is kept out of the training pairs.</source>
        <translation>Die Paare von {name} werden ein neues eigenes Korpus, zusammen mit denen der angekreuzten Korpora. Alle bleiben, wie sie sind. Was eines davon für Tests zurückhält, kommt nicht unter die Trainingspaare.</translation>
    </message>
    <message>
        <source>Corpora of the same languages, in either direction; Space ticks one</source>
        <translation>Korpora derselben Sprachen, in beiden Richtungen; die Leertaste kreuzt eines an</translation>
    </message>
    <message>
        <source>Corpora to merge with</source>
        <translation>Korpora zum Verbinden</translation>
    </message>
    <message>
        <source>{title} · {pairs} pairs</source>
        <translation>{title} · {pairs} Paare</translation>
    </message>
    <message>
        <source>There is no other corpus of these languages.</source>
        <translation>Es gibt kein anderes Korpus dieser Sprachen.</translation>
    </message>
    <message>
        <source>{name}-copy</source>
        <translation>{name}-Kopie</translation>
    </message>
    <message>
        <source>{count} pairs together</source>
        <translation>{count} Paare zusammen</translation>
    </message>
</context>
<context>
    <name>Meters</name>
    <message>
        <source>This program uses {own}; {used} of {total} of the computer&apos;s memory are in use.</source>
        <translation>Dieses Programm belegt {own}; {used} von {total} des Arbeitsspeichers sind belegt.</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>How busy all processor cores are together</source>
        <translation>Auslastung aller Prozessorkerne zusammen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>How busy the graphics card is; near 0 means unused</source>
        <translation>Auslastung der Grafikkarte; nahe 0 heißt ungenutzt</translation>
    </message>
    <message>
        <source>GPU mem.</source>
        <translation>GPU-Sp.</translation>
    </message>
    <message>
        <source>Memory of the graphics card in use</source>
        <translation>Belegter Speicher der Grafikkarte</translation>
    </message>
</context>
<context>
    <name>ModelBar</name>
    <message>
        <source>{run}  (training now)</source>
        <translation>{run}  (trainiert gerade)</translation>
    </message>
    <message>
        <source>Best (step {step})</source>
        <translation>Bester (Schritt {step})</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bester</translation>
    </message>
    <message>
        <source>Latest (step {step})</source>
        <translation>Neuester (Schritt {step})</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>Pause on each checkpoint while playing.</extracomment>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Through training</source>
        <translation>Im Lauf des Trainings</translation>
    </message>
    <message>
        <source>The run whose model translates; the one that trains now works too.</source>
        <translation>Der Lauf, dessen Modell übersetzt; auch der gerade trainierende geht.</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Best on the validation set, the latest, or any step that was kept.</source>
        <translation>Der beste auf der Validierungsmenge, der neueste oder jeder aufgehobene Schritt.</translation>
    </message>
    <message>
        <source>Checkpoint by step</source>
        <translation>Checkpoint nach Schritt</translation>
    </message>
    <message>
        <source>Slide from the first checkpoint to the last and watch the translation and its links sharpen.</source>
        <translation>Vom ersten zum letzten Checkpoint schieben und sehen, wie Übersetzung und Verbindungen schärfer werden.</translation>
    </message>
    <message>
        <source>Play through training</source>
        <translation>Training abspielen</translation>
    </message>
    <message>
        <source>Show one checkpoint after the other.</source>
        <translation>Einen Checkpoint nach dem anderen zeigen.</translation>
    </message>
</context>
<context>
    <name>NbestList</name>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>{number}: {text}, score {score}</source>
        <translation>{number}: {text}, Wert {score}</translation>
    </message>
    <message>
        <source>N-best list</source>
        <translation>N-best-Liste</translation>
    </message>
    <message>
        <source>The best translations found, with their score: log-probability a piece, higher is better.</source>
        <translation>Die besten gefundenen Übersetzungen mit ihrem Wert: Log-Wahrscheinlichkeit je Teilwort, höher ist besser.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Also Ctrl+Z while this message is open</source>
        <translation>Auch Strg+Z, solange diese Meldung offen ist</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Copy the technical details to the clipboard, for a report</source>
        <translation>Die technischen Einzelheiten für eine Meldung in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Copy the technical details</source>
        <translation>Die technischen Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>Training failed: {run}</source>
        <translation>Training fehlgeschlagen: {run}</translation>
    </message>
    <message>
        <source>Training finished: {run}</source>
        <translation>Training abgeschlossen: {run}</translation>
    </message>
    <message>
        <source>Training failed</source>
        <translation>Training fehlgeschlagen</translation>
    </message>
    <message>
        <source>What was saved before is kept; the run can be continued from its checkpoint.</source>
        <translation>Was vorher gespeichert wurde, bleibt; der Lauf kann von seinem Checkpoint aus fortgesetzt werden.</translation>
    </message>
</context>
<context>
    <name>OtherDirection</name>
    <message>
        <source>This looks like {found}; the model reads {wanted}.</source>
        <extracomment>So many words of a text, and more than this share of them, must be unknown before it is said. Several changes to the runs at once are looked at once.</extracomment>
        <translation>Das sieht nach {found} aus; das Modell liest {wanted}.</translation>
    </message>
    <message>
        <source>The model has not seen many of these words in training: their translation is a guess.</source>
        <translation>Viele dieser Wörter hat das Modell im Training nicht gesehen: Ihre Übersetzung ist geraten.</translation>
    </message>
</context>
<context>
    <name>PairBrowser</name>
    <message>
        <source>Finds pairs with these words on either side, in any letter case (Ctrl+F)</source>
        <extracomment>Typing a word searches once. Several changes in a row are told to the others once: the report reads the whole corpus again.</extracomment>
        <translation>Findet Paare mit diesen Wörtern auf einer der Seiten, groß oder klein (Strg+F)</translation>
    </message>
    <message>
        <source>Search the pairs</source>
        <translation>Die Paare durchsuchen</translation>
    </message>
    <message>
        <source>Only pairs that were left out or edited</source>
        <translation>Nur Paare, die ausgelassen oder bearbeitet wurden</translation>
    </message>
    <message>
        <source>Chan&amp;ged only</source>
        <translation>Nur &amp;geänderte</translation>
    </message>
    <message>
        <source>Pairs of the corpus</source>
        <translation>Paare des Korpus</translation>
    </message>
    <message>
        <source>Delete leaves the selected pairs out, F2 edits one</source>
        <translation>Entf lässt die gewählten Paare aus, F2 bearbeitet eines</translation>
    </message>
    <message>
        <source>Pairs before</source>
        <translation>Vorige Paare</translation>
    </message>
    <message>
        <source>The pairs before these</source>
        <translation>Die Paare vor diesen</translation>
    </message>
    <message>
        <source>Pairs after</source>
        <translation>Nächste Paare</translation>
    </message>
    <message>
        <source>The pairs after these</source>
        <translation>Die Paare nach diesen</translation>
    </message>
    <message>
        <source>Leave the selected pairs out wherever the corpus is read; can be undone (Delete)</source>
        <translation>Die gewählten Paare überall auslassen, wo das Korpus gelesen wird; lässt sich rückgängig machen (Entf)</translation>
    </message>
    <message>
        <source>Write the selected pair anew; what was imported stays beside it (F2)</source>
        <translation>Das gewählte Paar neu schreiben; das Importierte bleibt daneben stehen (F2)</translation>
    </message>
    <message>
        <source>Make the selected pairs what they were when they were imported</source>
        <translation>Die gewählten Paare wieder so machen, wie sie importiert wurden</translation>
    </message>
    <message>
        <source>Leave &amp;out</source>
        <translation>&amp;Auslassen</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>Take the last change of this corpus back (Ctrl+Z)</source>
        <translation>Die letzte Änderung an diesem Korpus zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Do again what was undone (Ctrl+Y)</source>
        <translation>Noch einmal tun, was zurückgenommen wurde (Strg+Y)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Zielsprache</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Imported as: {source} – {target}</source>
        <translation>Importiert als: {source} – {target}</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>{first}–{last} of {total}</source>
        <translation>{first}–{last} von {total}</translation>
    </message>
    <message>
        <source>This corpus came with the program and stays as it is. Copy it first: More, Copy or merge.</source>
        <translation>Dieses Korpus kam mit dem Programm und bleibt, wie es ist. Kopieren Sie es zuerst: Mehr, Kopieren oder verbinden.</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Edit the pair</source>
        <extracomment>Room for so many lines of so many letters; larger dialogs give the fields more.</extracomment>
        <translation>Paar bearbeiten</translation>
    </message>
    <message>
        <source>The change counts wherever the corpus is read from now on. What was imported stays beside it.</source>
        <translation>Die Änderung gilt von nun an überall, wo das Korpus gelesen wird. Das Importierte bleibt daneben stehen.</translation>
    </message>
    <message>
        <source>&amp;Change the pair</source>
        <translation>Paar än&amp;dern</translation>
    </message>
    <message>
        <source>As &amp;imported</source>
        <translation>Wie &amp;importiert</translation>
    </message>
    <message>
        <source>Keep what stands here (Ctrl+Enter)</source>
        <translation>Behalten, was hier steht (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Put the two sides back to what they were</source>
        <translation>Beide Seiten wieder so schreiben, wie sie waren</translation>
    </message>
    <message>
        <source>A line break becomes a blank</source>
        <translation>Ein Zeilenumbruch wird ein Leerzeichen</translation>
    </message>
</context>
<context>
    <name>PairList</name>
    <message>
        <source>Training pairs, nearest first. Words that are those of your sentence, or of its translation, are marked. Enter or a double click translates the training sentence.</source>
        <translation>Trainingspaare, die nächsten zuerst. Wörter Ihres Satzes oder seiner Übersetzung sind markiert. Enter oder ein Doppelklick übersetzt den Trainingssatz.</translation>
    </message>
    <message>
        <source>Nearest training pairs</source>
        <translation>Nächste Trainingspaare</translation>
    </message>
    <message>
        <source>{likeness}, the very sentence</source>
        <translation>{likeness}, genau dieser Satz</translation>
    </message>
    <message>
        <source>{likeness}, the very translation</source>
        <translation>{likeness}, genau diese Übersetzung</translation>
    </message>
</context>
<context>
    <name>PartedList</name>
    <message>
        <source>Enter or a double click translates the sentence.</source>
        <extracomment>Links of one kind that are named. Sentences of a picture; a file of numbers has them all.</extracomment>
        <translation>Enter oder ein Doppelklick übersetzt den Satz.</translation>
    </message>
    <message>
        <source>Sentences where they part</source>
        <translation>Sätze, in denen sie auseinandergehen</translation>
    </message>
    <message>
        <source>Error rate {share}</source>
        <translation>Fehlerrate {share}</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>end</source>
        <extracomment>Isolates of Unicode UAX #9: what is between them is laid out as if it stood alone.</extracomment>
        <translation>Ende</translation>
    </message>
    <message>
        <source>the end of the sentence</source>
        <translation>das Satzende</translation>
    </message>
    <message>
        <source>{target} gave {weight} of its attention to {source}.</source>
        <translation>{target} gab {source} {weight} seiner Attention.</translation>
    </message>
    <message>
        <source>{token} looked at {list}.</source>
        <translation>{token} sah auf {list}.</translation>
    </message>
    <message>
        <source>{token} was looked at by {list}.</source>
        <translation>{token} wurde angesehen von {list}.</translation>
    </message>
    <message>
        <source>{token}.</source>
        <translation>{token}.</translation>
    </message>
    <message>
        <source>The model was {share} sure of it.</source>
        <translation>Das Modell war sich zu {share} sicher.</translation>
    </message>
    <message>
        <source>The model was {share} sure of its {count} pieces together.</source>
        <translation>Das Modell war sich seiner {count} Stücke zusammen zu {share} sicher.</translation>
    </message>
    <message>
        <source>It was not seen in training.</source>
        <translation>Es kam im Training nicht vor.</translation>
    </message>
    <message>
        <source>It was copied from the source text.</source>
        <translation>Es wurde aus dem Ausgangstext kopiert.</translation>
    </message>
    <message>
        <source>You fixed this part.</source>
        <translation>Dieser Teil ist von Hand festgelegt.</translation>
    </message>
    <message>
        <source>Without these, {token} loses so much of its probability: {list}.</source>
        <translation>Ohne diese verliert {token} so viel von seiner Wahrscheinlichkeit: {list}.</translation>
    </message>
    <message>
        <source>Without {token}, these lose so much of their probability: {list}.</source>
        <translation>Ohne {token} verlieren diese so viel von ihrer Wahrscheinlichkeit: {list}.</translation>
    </message>
    <message>
        <source>The gradient of {token} points at {list}.</source>
        <translation>Der Gradient von {token} zeigt auf {list}.</translation>
    </message>
    <message>
        <source>{token} is in the gradient of {list}.</source>
        <translation>{token} steht im Gradienten von {list}.</translation>
    </message>
    <message>
        <source>{source} has {weight} of the gradient of {target}; below zero it spoke against.</source>
        <translation>{source} hat {weight} des Gradienten von {target}; unter null sprach es dagegen.</translation>
    </message>
    <message>
        <source>Without {source} the model gives {target} {weight} less probability.</source>
        <translation>Ohne {source} gibt das Modell {target} {weight} weniger Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>Without {source} the model gives {target} {weight} times the probability.</source>
        <translation>Ohne {source} gibt das Modell {target} das {weight}-Fache der Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>Not seen in training: its translation is a guess, or a copy.</source>
        <extracomment>Partners weaker than this are not coloured in the texts.</extracomment>
        <translation>Kam im Training nicht vor: Die Übersetzung ist geraten oder eine Kopie.</translation>
    </message>
    <message>
        <source>Copied from the source text.</source>
        <translation>Aus dem Ausgangstext kopiert.</translation>
    </message>
</context>
<context>
    <name>PicturePanel</name>
    <message>
        <source>Point at a word to see its partners. Click a word of the translation for what else the model considered.</source>
        <translation>Der Mauszeiger auf einem Wort zeigt seine Partner. Ein Klick auf ein Wort der Übersetzung zeigt, was das Modell sonst erwog.</translation>
    </message>
    <message>
        <source>Links from {weight}</source>
        <translation>Verbindungen ab {weight}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>This model has no attention.</source>
        <translation>Dieses Modell hat keine Attention.</translation>
    </message>
    <message>
        <source>Drag a link to another source word (or press M): what if it had looked there?</source>
        <translation>Ziehen Sie eine Verbindung zu einem anderen Quellwort (oder drücken Sie M): was, wenn es dorthin geschaut hätte?</translation>
    </message>
    <message>
        <source>{model}: {kind}</source>
        <translation>{model}: {kind}</translation>
    </message>
    <message>
        <source>On: pieces of a word are merged; their attention is added on the source side and averaged on the target side. Off: the pieces the model really works with.</source>
        <translation>Ein: Teilwörter eines Wortes werden vereint; ihre Attention wird auf der Quellseite addiert und auf der Zielseite gemittelt. Aus: die Teilwörter, mit denen das Modell wirklich arbeitet.</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Colour each word of the translation by the probability the model gave it: warm is unsure.</source>
        <translation>Jedes Wort der Übersetzung nach der Wahrscheinlichkeit färben, die ihm das Modell gab: warm heißt unsicher.</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Show the same numbers as a matrix: one row a target token, one column a source token.</source>
        <translation>Dieselben Zahlen als Matrix zeigen: eine Zeile je Zieltoken, eine Spalte je Quelltoken.</translation>
    </message>
    <message>
        <source>Save the picture as SVG, PDF or PNG, or the numbers as CSV, JSON or NPZ.</source>
        <translation>Das Bild als SVG, PDF oder PNG speichern oder die Zahlen als CSV, JSON oder NPZ.</translation>
    </message>
    <message>
        <source>Attention: what the model looked at. Left out: what a word loses when a word of the source is taken away. Gradient: which words of the source a word is most sensitive to.</source>
        <translation>Attention: was das Modell angesehen hat. Weggelassen: was ein Wort verliert, wenn ein Wort der Quelle fehlt. Gradient: auf welche Wörter der Quelle ein Wort am empfindlichsten reagiert.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Copy the picture to the clipboard, for slides or a text</source>
        <translation>Das Bild in die Zwischenablage kopieren, für Folien oder einen Text</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Show the picture large on the whole screen, for a projector (F11)</source>
        <translation>Das Bild groß auf dem ganzen Bildschirm zeigen, für einen Beamer (F11)</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>&amp;Both pictures…</source>
        <translation>&amp;Beide Bilder…</translation>
    </message>
    <message>
        <source>&amp;Alignment…</source>
        <translation>&amp;Alignment…</translation>
    </message>
    <message>
        <source>&amp;Heat map…</source>
        <translation>&amp;Heatmap…</translation>
    </message>
    <message>
        <source>&amp;Numbers (CSV, JSON, NPZ)…</source>
        <translation>&amp;Zahlen (CSV, JSON, NPZ)…</translation>
    </message>
    <message>
        <source>&amp;Copy as a picture</source>
        <translation>Als Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Weakest link shown</source>
        <translation>Schwächste gezeigte Verbindung</translation>
    </message>
    <message>
        <source>Links weaker than this are not drawn; the heat map shows all.</source>
        <translation>Schwächere Verbindungen werden nicht gezeichnet; die Heatmap zeigt alle.</translation>
    </message>
    <message>
        <source>The same translation read again without a word: it shows what that reading lost, and a sentence without a word may mean something else.</source>
        <translation>Dieselbe Übersetzung, ohne ein Wort noch einmal gelesen: zu sehen ist, was dabei verloren ging; ohne das Wort kann der Satz etwas anderes bedeuten.</translation>
    </message>
    <message>
        <source>Gradient times input (Ding et al. 2019): a first approximation that says little where the model is sure.</source>
        <translation>Gradient mal Eingabe (Ding et al. 2019): eine erste Näherung, die wenig sagt, wo das Modell sicher ist.</translation>
    </message>
    <message>
        <source>Attention shows what the model looked at, not why it chose a word (Koehn &amp; Knowles 2017).</source>
        <translation>Die Attention zeigt, was das Modell ansah, nicht, warum es ein Wort wählte (Koehn &amp; Knowles 2017).</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Source: {source} Translation: {target}</source>
        <translation>Quelle: {source} Übersetzung: {target}</translation>
    </message>
    <message>
        <source>Arrow keys choose where the weight goes, now to {source}. Enter moves it, Escape leaves it.</source>
        <translation>Pfeiltasten wählen, wohin das Gewicht geht, jetzt zu {source}. Die Eingabetaste verschiebt es, Escape lässt es.</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>steps</source>
        <extracomment>A curve with more points than this is drawn as the highest and lowest value of each piece.</extracomment>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Presentation</source>
        <extracomment>Lines of the picture&apos;s words that the screen is high, and of the words around it.</extracomment>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>← → words     ↑ ↓ sentences     Page up, Page down or Shift with ← → checkpoints     Esc ends</source>
        <translation>← → Wörter     ↑ ↓ Sätze     Bild auf, Bild ab oder Umschalt mit ← → Checkpoints     Esc beendet</translation>
    </message>
    <message>
        <source>Arrow keys walk along the words and through the sentences, page keys through the checkpoints.</source>
        <translation>Pfeiltasten gehen durch Wörter und Sätze, Bildtasten durch die Checkpoints.</translation>
    </message>
    <message>
        <source>Alignment, large</source>
        <translation>Alignment, groß</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Sentence {number} of {count}</source>
        <translation>Satz {number} von {count}</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Waiting trainings, next one first</source>
        <translation>Wartende Trainings, das nächste zuerst</translation>
    </message>
    <message>
        <source>Start ne&amp;xt</source>
        <translation>Nä&amp;chstes starten</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Waiting trainings: {count}</source>
        <translation>Wartende Trainings: {count}</translation>
    </message>
    <message>
        <source>They wait until you start them: the running training is being stopped.</source>
        <translation>Sie warten, bis sie gestartet werden: das laufende Training wird gerade gestoppt.</translation>
    </message>
    <message>
        <source>Nothing trains now. Press “Start next” to go on with them.</source>
        <translation>Gerade läuft kein Training. Mit „Nächstes starten“ geht es weiter.</translation>
    </message>
    <message>
        <source>Drag to reorder, or use Alt+Up and Alt+Down; Delete removes</source>
        <extracomment>Rows that are seen at once.</extracomment>
        <translation>Ziehen ordnet um, ebenso Alt+Auf und Alt+Ab; Entf entfernt</translation>
    </message>
    <message>
        <source>Start the first waiting training now</source>
        <translation>Das erste wartende Training jetzt starten</translation>
    </message>
    <message>
        <source>Run this one earlier (Alt+Up)</source>
        <translation>Dieses früher ausführen (Alt+Auf)</translation>
    </message>
    <message>
        <source>Run this one later (Alt+Down)</source>
        <translation>Dieses später ausführen (Alt+Ab)</translation>
    </message>
    <message>
        <source>Do not run this one (Delete)</source>
        <translation>Dieses nicht ausführen (Entf)</translation>
    </message>
    <message>
        <source>The first one starts when the running training ends.</source>
        <translation>Das erste beginnt, wenn das laufende Training endet.</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Give it this name</source>
        <translation>Ihm diesen Namen geben</translation>
    </message>
    <message>
        <source>Rename the corpus</source>
        <translation>Korpus umbenennen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Runs that learnt from it keep what they learnt and still find it; so does what waits to be trained.</source>
        <translation>Läufe, die daraus gelernt haben, behalten das Gelernte und finden es weiterhin, ebenso die wartenden.</translation>
    </message>
</context>
<context>
    <name>RuleModel</name>
    <message>
        <source>Empty side</source>
        <translation>Leere Seite</translation>
    </message>
    <message>
        <source>One side has no text.</source>
        <translation>Eine Seite hat keinen Text.</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Zu lang</translation>
    </message>
    <message>
        <source>Markup or address only</source>
        <translation>Nur Auszeichnung oder Adresse</translation>
    </message>
    <message>
        <source>One side is only tags or web addresses.</source>
        <translation>Eine Seite besteht nur aus Tags oder Webadressen.</translation>
    </message>
    <message>
        <source>Identical sides</source>
        <translation>Gleiche Seiten</translation>
    </message>
    <message>
        <source>Both sides are the same text: not translated.</source>
        <translation>Beide Seiten sind derselbe Text: nicht übersetzt.</translation>
    </message>
    <message>
        <source>Lengths far apart</source>
        <translation>Längen weit auseinander</translation>
    </message>
    <message>
        <source>Wrong script</source>
        <translation>Falsche Schrift</translation>
    </message>
    <message>
        <source>Most letters are not those of the language.</source>
        <translation>Die meisten Buchstaben gehören nicht zur Sprache.</translation>
    </message>
    <message>
        <source>Repeated pair</source>
        <translation>Wiederholtes Paar</translation>
    </message>
    <message>
        <source>The same pair came before; one copy is kept.</source>
        <translation>Dasselbe Paar kam schon vor; ein Exemplar bleibt.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Tick a rule to leave such pairs out of training; nothing is deleted</source>
        <translation>Eine Regel ankreuzen, um solche Paare vom Training auszunehmen; gelöscht wird nichts</translation>
    </message>
    <message>
        <source>One side is longer than {count} characters.</source>
        <translation>Eine Seite ist länger als {count} Zeichen.</translation>
    </message>
    <message>
        <source>One side is more than {times} times as long as the other: often misaligned.</source>
        <translation>Eine Seite ist mehr als {times}-mal so lang wie die andere: oft falsch zugeordnet.</translation>
    </message>
    <message>
        <source>Pairs that the rule meets, each rule counted by itself</source>
        <translation>Paare, die die Regel trifft, jede Regel für sich gezählt</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>left to you</source>
        <translation>freigestellt</translation>
    </message>
</context>
<context>
    <name>RuleTable</name>
    <message>
        <source>Cleaning rules</source>
        <translation>Bereinigungsregeln</translation>
    </message>
    <message>
        <source>Space switches a rule; its examples are shown below</source>
        <translation>Die Leertaste schaltet eine Regel um; ihre Beispiele stehen darunter</translation>
    </message>
    <message>
        <source>Space switches a rule</source>
        <translation>Die Leertaste schaltet eine Regel um</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>The settings of {name} are filled in. Change what you like, then press Start.</source>
        <extracomment>Replaced in tests.</extracomment>
        <translation>Die Einstellungen von {name} sind eingetragen. Nach Wunsch ändern, dann Starten drücken.</translation>
    </message>
    <message>
        <source>The folder is {path}</source>
        <translation>Der Ordner ist {path}</translation>
    </message>
    <message>
        <source>{name} was moved to the bin.</source>
        <translation>{name} liegt jetzt im Papierkorb.</translation>
    </message>
    <message>
        <source>{count} runs were moved to the bin.</source>
        <translation>{count} Läufe liegen jetzt im Papierkorb.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Runs (*.run.zip)</source>
        <translation>Läufe (*.run.zip)</translation>
    </message>
    <message>
        <source>Export a run</source>
        <translation>Einen Lauf exportieren</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} wird exportiert</translation>
    </message>
    <message>
        <source>Exported to {file} ({size}). It can be trained further, so it holds the training text too.</source>
        <translation>Exportiert nach {file} ({size}). Der Lauf lässt sich weiter trainieren, also ist auch der Trainingstext enthalten.</translation>
    </message>
    <message>
        <source>Exported to {file} ({size}). It holds the model and its history, but none of the training text.</source>
        <translation>Exportiert nach {file} ({size}). Enthalten sind das Modell und seine Geschichte, aber nichts vom Trainingstext.</translation>
    </message>
    <message>
        <source>&amp;Show the file</source>
        <translation>&amp;Datei anzeigen</translation>
    </message>
    <message>
        <source>Runs (*.zip);;All files (*)</source>
        <translation>Läufe (*.zip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a run</source>
        <translation>Einen Lauf importieren</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <source>{name} was imported.</source>
        <translation>{name} wurde importiert.</translation>
    </message>
    <message>
        <source>&amp;Open in Translate</source>
        <translation>In „Übersetzen“ ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Looking for test sets</source>
        <translation>Testmengen werden gesucht</translation>
    </message>
    <message>
        <source>{name} was tested: BLEU {score}</source>
        <translation>{name} wurde getestet: BLEU {score}</translation>
    </message>
    <message>
        <source>Testing {name}</source>
        <translation>{name} wird getestet</translation>
    </message>
    <message>
        <source>Looking closer at {name}</source>
        <translation>Genauerer Blick auf {name}</translation>
    </message>
</context>
<context>
    <name>RunCharts</name>
    <message>
        <source>BLEU and chrF appear after the first validation.</source>
        <extracomment>Columns of the history that have a small chart each.</extracomment>
        <translation>BLEU und chrF erscheinen nach der ersten Validierung.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Teacher forcing</source>
        <translation>Teacher Forcing</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Token je Sekunde</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>learning rate halved</source>
        <translation>Lernrate halbiert</translation>
    </message>
    <message>
        <source>batch made smaller</source>
        <translation>Batch verkleinert</translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>Translate with it (Enter)</source>
        <translation>Damit übersetzen (Eingabe)</translation>
    </message>
    <message>
        <source>&amp;Open in Translate</source>
        <translation>In „Übersetzen“ ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Score it on sentences it has never seen</source>
        <translation>Auf nie gesehenen Sätzen bewerten</translation>
    </message>
    <message>
        <source>T&amp;est…</source>
        <translation>&amp;Testen…</translation>
    </message>
    <message>
        <source>Draw the curves of the selected runs into one chart; select several with Ctrl or Shift</source>
        <translation>Die Kurven der gewählten Läufe in ein Diagramm zeichnen; mehrere mit Strg oder Umschalt wählen</translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Fill the train pane with this run&apos;s settings, change some, and train again</source>
        <translation>Den Bereich „Trainieren“ mit den Einstellungen dieses Laufs füllen, einige ändern und neu trainieren</translation>
    </message>
    <message>
        <source>Repeat with &amp;changes…</source>
        <translation>Mit Änderungen &amp;wiederholen…</translation>
    </message>
    <message>
        <source>Take in a run that was exported as one file, from another computer for instance</source>
        <translation>Einen als eine Datei exportierten Lauf aufnehmen, etwa von einem anderen Computer</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Rename, export, delete and others; also with the right mouse button</source>
        <translation>Umbenennen, exportieren, löschen und anderes; auch mit der rechten Maustaste</translation>
    </message>
    <message>
        <source>Translate with it</source>
        <translation>Damit übersetzen</translation>
    </message>
    <message>
        <source>&amp;Watch in Train</source>
        <translation>In „Trainieren“ &amp;ansehen</translation>
    </message>
    <message>
        <source>Show its curves and samples</source>
        <translation>Seine Kurven und Beispiele zeigen</translation>
    </message>
    <message>
        <source>&amp;Go on training</source>
        <translation>&amp;Weiter trainieren</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Give it a title of your own</source>
        <translation>Ihm einen eigenen Titel geben</translation>
    </message>
    <message>
        <source>Open its &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the files of the run</source>
        <translation>Die Dateien des Laufs zeigen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>One file to give away: the model and its history</source>
        <translation>Eine Datei zum Weitergeben: das Modell und seine Geschichte</translation>
    </message>
    <message>
        <source>Export to go on &amp;training…</source>
        <translation>Zum Weitertrainieren e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Larger: holds the optimizer&apos;s state too</source>
        <translation>Größer: enthält auch den Zustand des Optimierers</translation>
    </message>
    <message>
        <source>From where it ended; a finished one as long again</source>
        <translation>Von da, wo er endete; ein fertiger noch einmal so lange</translation>
    </message>
    <message>
        <source>&amp;10 more minutes</source>
        <translation>&amp;10 Minuten mehr</translation>
    </message>
    <message>
        <source>Train this run on for ten minutes</source>
        <translation>Diesen Lauf zehn Minuten weiter trainieren</translation>
    </message>
    <message>
        <source>Move to the &amp;bin</source>
        <translation>In den &amp;Papierkorb</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Lässt sich rückgängig machen</translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>What was this run for? What did you learn from it?</source>
        <translation>Wozu diente dieser Lauf? Was hat er gezeigt?</translation>
    </message>
    <message>
        <source>Note about this run</source>
        <translation>Notiz zu diesem Lauf</translation>
    </message>
    <message>
        <source>Your own words about this run; saved in its folder as you type</source>
        <translation>Eigene Worte zu diesem Lauf; beim Tippen in seinem Ordner gespeichert</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Gelernt aus</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bester</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Aufgehoben</translation>
    </message>
    <message>
        <source>{corpus}, {pairs} training pairs</source>
        <translation>{corpus}, {pairs} Trainingspaare</translation>
    </message>
    <message>
        <source>checkpoints: {count}, {size} in all; training can go on from here</source>
        <translation>Checkpoints: {count}, zusammen {size}; das Training kann von hier weitergehen</translation>
    </message>
    <message>
        <source>checkpoints: {count}, to translate with; {size} in all</source>
        <translation>Checkpoints: {count}, zum Übersetzen; zusammen {size}</translation>
    </message>
    <message>
        <source>{model}, {parameters} parameters, {size}</source>
        <translation>{model}, {parameters} Parameter, {size}</translation>
    </message>
    <message>
        <source>{steps} steps in {time}, last changed {moment}</source>
        <translation>{steps} Schritte in {time}, zuletzt geändert {moment}</translation>
    </message>
    <message>
        <source>no validation yet</source>
        <translation>noch keine Validierung</translation>
    </message>
    <message>
        <source>step {step}: BLEU {bleu}, chrF {chrf}, loss {loss} on the validation pairs</source>
        <translation>Schritt {step}: BLEU {bleu}, chrF {chrf}, Verlust {loss} auf den Validierungspaaren</translation>
    </message>
    <message>
        <source>no checkpoint yet</source>
        <translation>noch kein Checkpoint</translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Measured over the last minutes; validations counted in</source>
        <translation>Über die letzten Minuten gemessen; Validierungen eingerechnet</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Time in training, pauses not counted, and epochs done</source>
        <translation>Zeit im Training ohne Pausen, und fertige Epochen</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>On sentences the model does not learn from</source>
        <translation>Auf Sätzen, aus denen das Modell nicht lernt</translation>
    </message>
    <message>
        <source>Best BLEU</source>
        <translation>Bestes BLEU</translation>
    </message>
    <message>
        <source>The checkpoint with the best score is used</source>
        <translation>Der Checkpoint mit dem besten Wert wird verwendet</translation>
    </message>
    <message>
        <source>Since the best</source>
        <translation>Seit dem besten</translation>
    </message>
    <message>
        <source>Epochs, and validations without a new best against the patience</source>
        <translation>Epochen, und Validierungen ohne neuen Bestwert gemessen an der Geduld</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Token je Sekunde</translation>
    </message>
    <message>
        <source>Target tokens learnt from in a second</source>
        <translation>Gelernte Zieltoken je Sekunde</translation>
    </message>
    <message>
        <source>End the run and keep what it has learnt (Ctrl+.)</source>
        <translation>Den Lauf beenden und das Gelernte behalten (Strg+.)</translation>
    </message>
    <message>
        <source>Measure BLEU and chrF now (Ctrl+E)</source>
        <translation>BLEU und chrF jetzt messen (Strg+E)</translation>
    </message>
    <message>
        <source>Open the newest checkpoint in the translate pane; the training goes on</source>
        <translation>Den neuesten Checkpoint im Bereich „Übersetzen“ öffnen; das Training läuft weiter</translation>
    </message>
    <message>
        <source>&amp;Stop and keep</source>
        <translation>&amp;Stoppen und behalten</translation>
    </message>
    <message>
        <source>&amp;Evaluate now</source>
        <translation>Jetzt be&amp;werten</translation>
    </message>
    <message>
        <source>T&amp;ranslate with it</source>
        <translation>Damit übe&amp;rsetzen</translation>
    </message>
    <message>
        <source>Train this run on from where it ended; a finished one gets as long again as it had</source>
        <translation>Diesen Lauf von da weiter trainieren, wo er endete; ein fertiger bekommt noch einmal so viel Zeit</translation>
    </message>
    <message>
        <source>Go &amp;on training</source>
        <translation>&amp;Weiter trainieren</translation>
    </message>
    <message>
        <source>Train this run on for ten minutes</source>
        <translation>Diesen Lauf zehn Minuten weiter trainieren</translation>
    </message>
    <message>
        <source>10 more minut&amp;es</source>
        <translation>10 Minuten m&amp;ehr</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Go on training (Ctrl+P)</source>
        <translation>Weiter trainieren (Strg+P)</translation>
    </message>
    <message>
        <source>Hold the training (Ctrl+P)</source>
        <translation>Das Training anhalten (Strg+P)</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>{device} · {parameters} M parameters · {pairs} training pairs · {precision}</source>
        <translation>{device} · {parameters} Mio. Parameter · {pairs} Trainingspaare · {precision}</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>{epochs} epochs</source>
        <translation>{epochs} Epochen</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>at most, until {clock}</source>
        <translation>höchstens, bis {clock}</translation>
    </message>
    <message>
        <source>until {clock}</source>
        <translation>bis {clock}</translation>
    </message>
    <message>
        <source>not validated yet</source>
        <translation>noch nicht validiert</translation>
    </message>
    <message>
        <source>perplexity {value}</source>
        <translation>Perplexität {value}</translation>
    </message>
    <message>
        <source>chrF {chrf}, step {step}</source>
        <translation>chrF {chrf}, S. {step}</translation>
    </message>
    <message>
        <source>{bad} of {patience} validations</source>
        <translation>{bad} von {patience} Validierungen</translation>
    </message>
    <message>
        <source>{bad} validations</source>
        <translation>{bad} Validierungen</translation>
    </message>
    <message>
        <source>{epochs} ep.</source>
        <translation>{epochs} Ep.</translation>
    </message>
</context>
<context>
    <name>RunLog</name>
    <message>
        <source>Log of the run</source>
        <translation>Protokoll des Laufs</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>Schritt {step}</translation>
    </message>
    <message>
        <source>Started on {device}: {parameters} parameters, {pairs} training pairs</source>
        <translation>Gestartet auf {device}: {parameters} Parameter, {pairs} Trainingspaare</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Validated: loss {loss}, BLEU {bleu}, chrF {chrf}</source>
        <translation>Validiert: Verlust {loss}, BLEU {bleu}, chrF {chrf}</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>(decided by {score})</source>
        <translation>(entschieden durch {score})</translation>
    </message>
    <message>
        <source>Checkpoint saved: {folder}</source>
        <translation>Checkpoint gespeichert: {folder}</translation>
    </message>
    <message>
        <source>Note: {message}</source>
        <translation>Hinweis: {message}</translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Press F2 to rename; the folder keeps its name</source>
        <translation>Mit F2 umbenennen; der Ordner behält seinen Namen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Korpus</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>All files of the run on the disk: checkpoints, training state, texts</source>
        <translation>Alle Dateien des Laufs auf dem Datenträger: Checkpoints, Trainingszustand, Texte</translation>
    </message>
    <message>
        <source>BLEU</source>
        <translation>BLEU</translation>
    </message>
    <message>
        <source>chrF</source>
        <translation>chrF</translation>
    </message>
    <message>
        <source>Test BLEU</source>
        <translation>Test-BLEU</translation>
    </message>
    <message>
        <source>BLEU on the corpus’s own held-out pairs, or on what was tested last</source>
        <translation>BLEU auf den eigenen zurückgehaltenen Paaren des Korpus, sonst auf dem, was zuletzt getestet wurde</translation>
    </message>
    <message>
        <source>Trained for</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>How the run ended, or whether it is running</source>
        <translation>Wie der Lauf endete oder ob er läuft</translation>
    </message>
    <message>
        <source>What it learned from</source>
        <translation>Woraus er gelernt hat</translation>
    </message>
    <message>
        <source>From which language to which</source>
        <translation>Von welcher Sprache in welche</translation>
    </message>
    <message>
        <source>Numbers the model has learned</source>
        <translation>Zahlen, die das Modell gelernt hat</translation>
    </message>
    <message>
        <source>BLEU of the best checkpoint on the validation pairs, greedy search</source>
        <translation>BLEU des besten Checkpoints auf den Validierungspaaren, Greedy-Suche</translation>
    </message>
    <message>
        <source>chrF of the best checkpoint on the validation pairs, greedy search</source>
        <translation>chrF des besten Checkpoints auf den Validierungspaaren, Greedy-Suche</translation>
    </message>
    <message>
        <source>Training time, all sessions together</source>
        <translation>Trainingszeit, alle Sitzungen zusammen</translation>
    </message>
    <message>
        <source>When something was last written</source>
        <translation>Wann zuletzt etwas geschrieben wurde</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>training</source>
        <translation>trainiert</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>{status}, damaged</source>
        <translation>{status}, beschädigt</translation>
    </message>
</context>
<context>
    <name>RunPairPanel</name>
    <message>
        <source>Test sets with the same sentences that both runs were tested on</source>
        <translation>Testmengen mit denselben Sätzen, auf denen beide Läufe getestet wurden</translation>
    </message>
    <message>
        <source>Test set to compare on</source>
        <translation>Testmenge für den Vergleich</translation>
    </message>
    <message>
        <source>Choose the test set first; it runs in the background</source>
        <translation>Zuerst die Testmenge wählen; der Test läuft im Hintergrund</translation>
    </message>
    <message>
        <source>Test &amp;A…</source>
        <translation>&amp;A testen…</translation>
    </message>
    <message>
        <source>Test &amp;B…</source>
        <translation>&amp;B testen…</translation>
    </message>
    <message>
        <source>Score the sentences of both runs and draw test sets from them</source>
        <translation>Die Sätze beider Läufe bewerten und Testmengen daraus ziehen</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>Ve&amp;rgleichen</translation>
    </message>
    <message>
        <source>Comparing two runs</source>
        <translation>Zwei Läufe werden verglichen</translation>
    </message>
    <message>
        <source>Not tested on the same sentences</source>
        <translation>Nicht auf denselben Sätzen getestet</translation>
    </message>
    <message>
        <source>Two runs can be compared sentence by sentence once both were tested on the same test set. A is {first}, B is {second}.</source>
        <translation>Zwei Läufe lassen sich Satz für Satz vergleichen, sobald beide auf derselben Testmenge getestet wurden. A ist {first}, B ist {second}.</translation>
    </message>
    <message>
        <source>{title}: {count} sentences</source>
        <translation>{title}: {count} Sätze</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Nicht verglichen</translation>
    </message>
    <message>
        <source>The comparison was cancelled.</source>
        <translation>Der Vergleich wurde abgebrochen.</translation>
    </message>
    <message>
        <source>These runs cannot be compared</source>
        <translation>Diese Läufe lassen sich nicht vergleichen</translation>
    </message>
    <message>
        <source>A: {first}
B: {second}</source>
        <translation>A: {first}
B: {second}</translation>
    </message>
    <message>
        <source>p: how often luck alone would make such a difference (paired bootstrap). Below 0.05 it is usually called real.</source>
        <translation>p: wie oft der Zufall allein einen solchen Unterschied machen würde (gepaarter Bootstrap). Unter 0,05 nennt man ihn meist echt.</translation>
    </message>
    <message>
        <source>A {first}   B {second}</source>
        <translation>A {first}   B {second}</translation>
    </message>
    <message>
        <source>B − A: {difference}, may be luck (p = {p})</source>
        <translation>B − A: {difference}, vielleicht Zufall (p = {p})</translation>
    </message>
    <message>
        <source>B − A: {difference}, rarely luck (p = {p})</source>
        <translation>B − A: {difference}, selten Zufall (p = {p})</translation>
    </message>
    <message>
        <source>Nearer to the reference</source>
        <translation>Näher an der Referenz</translation>
    </message>
    <message>
        <source>sentences; {count} score alike</source>
        <translation>Sätze; {count} gleichauf</translation>
    </message>
    <message>
        <source>In how many sentences each translation has the higher chrF</source>
        <translation>In wie vielen Sätzen jede Übersetzung das höhere chrF hat</translation>
    </message>
</context>
<context>
    <name>RunSetup</name>
    <message>
        <source>New training</source>
        <translation>Neues Training</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>&amp;More settings…</source>
        <translation>&amp;Mehr Einstellungen…</translation>
    </message>
    <message>
        <source>The whole configuration as a form, with the preset&apos;s values filled in</source>
        <translation>Die ganze Konfiguration als Formular, mit den Werten der Voreinstellung</translation>
    </message>
    <message>
        <source>&amp;Name of the run</source>
        <translation>&amp;Name des Laufs</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>The run is kept under this name, in a folder of its own</source>
        <translation>Der Lauf wird unter diesem Namen in einem eigenen Ordner aufgehoben</translation>
    </message>
    <message>
        <source>Add to the &amp;queue</source>
        <translation>&amp;Zur Warteschlange</translation>
    </message>
    <message>
        <source>Train this when the running training has ended</source>
        <translation>Dies trainieren, wenn das laufende Training zu Ende ist</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>Training &amp;starten</translation>
    </message>
    <message>
        <source>Start now with what is chosen above (Ctrl+R)</source>
        <translation>Jetzt mit dem oben Gewählten starten (Strg+R)</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>{count} geändert</translation>
    </message>
    <message>
        <source>cannot be estimated</source>
        <translation>nicht abzuschätzen</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
    <message>
        <source>{parameters} M parameters · {memory} memory</source>
        <translation>{parameters} Mio. Parameter · {memory} Speicher</translation>
    </message>
    <message>
        <source>more time would help</source>
        <translation>mehr Zeit würde helfen</translation>
    </message>
    <message>
        <source>This run needs about {need} on the disk; only {free} are free.</source>
        <translation>Dieser Lauf braucht etwa {need} auf der Platte; frei sind nur {free}.</translation>
    </message>
    <message>
        <source>{epochs} epochs</source>
        <extracomment>Pairs assumed while no corpus is chosen.</extracomment>
        <translation>{epochs} Epochen</translation>
    </message>
    <message>
        <source>This run needs about {need} of memory; only {free} are free now.</source>
        <translation>Dieser Lauf braucht etwa {need} Speicher; frei sind jetzt nur {free}.</translation>
    </message>
    <message>
        <source>Import a corpus first.</source>
        <translation>Bitte zuerst ein Korpus importieren.</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>About the run</source>
        <extracomment>When a chart is drawn that had to wait for another and no event has come since.</extracomment>
        <translation>Über den Lauf</translation>
    </message>
    <message>
        <source>Sample translations</source>
        <translation>Beispielübersetzungen</translation>
    </message>
    <message>
        <source>More curves</source>
        <translation>Weitere Kurven</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>RunsPane</name>
    <message>
        <source>Runs</source>
        <extracomment>How often the list is read again while a run trains. Several changes shortly after each other are read once.</extracomment>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Enter opens a run in the translate pane, F2 renames it, Delete moves it to the bin</source>
        <translation>Eingabe öffnet einen Lauf im Bereich „Übersetzen“, F2 benennt ihn um, Entf legt ihn in den Papierkorb</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Läufe suchen</translation>
    </message>
    <message>
        <source>Words of the name, corpus, language, status or note (Ctrl+F)</source>
        <translation>Wörter aus Name, Korpus, Sprache, Status oder Notiz (Strg+F)</translation>
    </message>
    <message>
        <source>About the selected run</source>
        <translation>Über den gewählten Lauf</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Facts and your note</source>
        <translation>Angaben und eigene Notiz</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Scores and loss through training; select several to compare</source>
        <translation>Werte und Verlust im Lauf des Trainings; zum Vergleichen mehrere auswählen</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Scores on test sets, sentence by sentence</source>
        <translation>Werte auf Testmengen, Satz für Satz</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Every training becomes a run: a folder with the model, its settings and its history. Here you will compare runs, test them and translate with them.</source>
        <translation>Jedes Training wird ein Lauf: ein Ordner mit dem Modell, seinen Einstellungen und seiner Geschichte. Hier lassen sich Läufe vergleichen, testen und zum Übersetzen nutzen.</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>Ein Modell trainieren</translation>
    </message>
    <message>
        <source>Go to the train pane</source>
        <translation>Zum Bereich „Trainieren“</translation>
    </message>
    <message>
        <source>Import a run…</source>
        <translation>Lauf importieren…</translation>
    </message>
    <message>
        <source>A file that Export made</source>
        <translation>Eine mit „Exportieren“ erzeugte Datei</translation>
    </message>
    <message>
        <source>Curves of {count} runs</source>
        <translation>Kurven von {count} Läufen</translation>
    </message>
    <message>
        <source>Tests of 2 runs</source>
        <translation>Tests von 2 Läufen</translation>
    </message>
    <message>
        <source>Reading the tested sentences</source>
        <translation>Getestete Sätze werden gelesen</translation>
    </message>
</context>
<context>
    <name>SamplesTable</name>
    <message>
        <source>Press Enter to open this sentence in the translate pane</source>
        <translation>Eingabe öffnet diesen Satz im Bereich „Übersetzen“</translation>
    </message>
    <message>
        <source>A few validation sentences appear here, translated anew at each validation; what changed is marked.</source>
        <extracomment>The cell&apos;s HTML; without it the plain text is drawn.</extracomment>
        <translation>Hier erscheinen einige Validierungssätze, bei jeder Validierung neu übersetzt; Änderungen sind markiert.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Translation now</source>
        <translation>Übersetzung jetzt</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Validation sentences as the model translates them now</source>
        <translation>Validierungssätze, wie das Modell sie jetzt übersetzt</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>SVG picture</source>
        <translation>SVG-Bild</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF-Seite</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Graphviz file</source>
        <translation>Graphviz-Datei</translation>
    </message>
    <message>
        <source>NumPy arrays</source>
        <translation>NumPy-Arrays</translation>
    </message>
    <message>
        <source>Translation memory</source>
        <translation>Übersetzungsspeicher</translation>
    </message>
    <message>
        <source>Table, columns by tabs</source>
        <translation>Tabelle, Spalten durch Tabulatoren</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>Corpora</source>
        <translation>Korpora</translation>
    </message>
    <message>
        <source>Imported corpora by name, or corpus files; several feed one run.</source>
        <translation>Importierte Korpora nach Namen oder Korpusdateien; mehrere speisen einen Lauf.</translation>
    </message>
    <message>
        <source>Source file</source>
        <translation>Quelldatei</translation>
    </message>
    <message>
        <source>Plain text, one sentence a line (may be .gz or .xz).</source>
        <translation>Reiner Text, ein Satz je Zeile (auch .gz oder .xz).</translation>
    </message>
    <message>
        <source>Target file</source>
        <translation>Zieldatei</translation>
    </message>
    <message>
        <source>Plain text, line by line the translation of the source file.</source>
        <translation>Reiner Text, Zeile für Zeile die Übersetzung der Quelldatei.</translation>
    </message>
    <message>
        <source>Validation source</source>
        <translation>Validierungsquelle</translation>
    </message>
    <message>
        <source>Your own validation sentences; never altered.</source>
        <translation>Eigene Validierungssätze; nie verändert.</translation>
    </message>
    <message>
        <source>Validation target</source>
        <translation>Validierungsziel</translation>
    </message>
    <message>
        <source>Their translations.</source>
        <translation>Ihre Übersetzungen.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Language of the source side as a BCP-47 tag such as en; may be empty.</source>
        <translation>Sprache der Quellseite als BCP-47-Kürzel wie en; darf leer sein.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Language of the target side as a BCP-47 tag such as fr; may be empty.</source>
        <translation>Sprache der Zielseite als BCP-47-Kürzel wie fr; darf leer sein.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Source and target column of a table, by name or number: A,B.</source>
        <translation>Quell- und Zielspalte einer Tabelle, nach Name oder Nummer: A,B.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Sheet of a workbook, by name or number; empty finds it.</source>
        <translation>Blatt einer Arbeitsmappe, nach Name oder Nummer; leer: wird gefunden.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>Character encoding of text files such as windows-1252; empty finds it.</source>
        <translation>Zeichenkodierung von Textdateien, wie windows-1252; leer: wird gefunden.</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Bereinigung</translation>
    </message>
    <message>
        <source>Rules separated by commas: default (empty, too_long, duplicate), none, recommended, or names: empty, too_long, duplicate, length_ratio, identical, wrong_script, markup_only.</source>
        <translation>Regeln, durch Kommas getrennt: default (empty, too_long, duplicate), none, recommended oder Namen: empty, too_long, duplicate, length_ratio, identical, wrong_script, markup_only.</translation>
    </message>
    <message>
        <source>Longest sentence</source>
        <translation>Längster Satz</translation>
    </message>
    <message>
        <source>Characters; longer pairs are dropped.</source>
        <translation>Zeichen; längere Paare fallen weg.</translation>
    </message>
    <message>
        <source>Length ratio</source>
        <translation>Längenverhältnis</translation>
    </message>
    <message>
        <source>Longer side over shorter side, in characters, for length_ratio.</source>
        <translation>Längere Seite durch kürzere, in Zeichen, für length_ratio.</translation>
    </message>
    <message>
        <source>Use at most</source>
        <translation>Höchstens verwenden</translation>
    </message>
    <message>
        <source>Pairs to read; 0 means all.</source>
        <translation>Zu lesende Paare; 0 heißt alle.</translation>
    </message>
    <message>
        <source>Validation pairs</source>
        <translation>Validierungspaare</translation>
    </message>
    <message>
        <source>Held out when you give no validation files; 0 derives it from the corpus.</source>
        <translation>Zurückgehalten, wenn keine Validierungsdateien angegeben sind; 0 leitet es aus dem Korpus ab.</translation>
    </message>
    <message>
        <source>Test pairs</source>
        <translation>Testpaare</translation>
    </message>
    <message>
        <source>Held out for a final score; 0 derives it from the corpus.</source>
        <translation>Zurückgehalten für eine Endbewertung; 0 leitet es aus dem Korpus ab.</translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation>Startwert der Aufteilung</translation>
    </message>
    <message>
        <source>The same seed always holds out the same sentences.</source>
        <translation>Derselbe Startwert hält immer dieselben Sätze zurück.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Subword method: unigram (Kudo 2018), bpe (Sennrich et al. 2016), char or word.</source>
        <translation>Teilwort-Verfahren: unigram (Kudo 2018), bpe (Sennrich et al. 2016), char oder word.</translation>
    </message>
    <message>
        <source>One for both sides</source>
        <translation>Eines für beide Seiten</translation>
    </message>
    <message>
        <source>One vocabulary for both sides; off trains one a side.</source>
        <translation>Ein Vokabular für beide Seiten; aus lernt eines je Seite.</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>Vokabulargröße</translation>
    </message>
    <message>
        <source>Pieces; 0 derives it from the corpus. Too high a number is lowered.</source>
        <translation>Teilwörter; 0 leitet es aus dem Korpus ab. Eine zu hohe Zahl wird gesenkt.</translation>
    </message>
    <message>
        <source>Character coverage</source>
        <translation>Zeichenabdeckung</translation>
    </message>
    <message>
        <source>Share of characters with a piece of their own; the rest becomes bytes.</source>
        <translation>Anteil der Zeichen mit eigenem Teilwort; der Rest wird zu Bytes.</translation>
    </message>
    <message>
        <source>Sentences to learn from</source>
        <translation>Sätze zum Lernen</translation>
    </message>
    <message>
        <source>At most so many lines are sampled to train the vocabulary.</source>
        <translation>Höchstens so viele Zeilen werden für das Vokabular gezogen.</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Recurrent encoder-decoder.</source>
        <translation>Rekurrenter Encoder-Decoder.</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>LSTM (Hochreiter &amp; Schmidhuber 1997) or GRU (Cho et al. 2014).</source>
        <translation>LSTM (Hochreiter &amp; Schmidhuber 1997) oder GRU (Cho et al. 2014).</translation>
    </message>
    <message>
        <source>Embedding size</source>
        <translation>Embedding-Größe</translation>
    </message>
    <message>
        <source>Numbers a piece is described by.</source>
        <translation>Zahlen, die ein Teilwort beschreiben.</translation>
    </message>
    <message>
        <source>Decoder size</source>
        <translation>Decoder-Größe</translation>
    </message>
    <message>
        <source>Units of the decoder.</source>
        <translation>Einheiten des Decoders.</translation>
    </message>
    <message>
        <source>Encoder size</source>
        <translation>Encoder-Größe</translation>
    </message>
    <message>
        <source>Units a direction; 0 takes half the decoder size when bidirectional.</source>
        <translation>Einheiten je Richtung; 0 nimmt die halbe Decoder-Größe, wenn bidirektional.</translation>
    </message>
    <message>
        <source>Bidirectional encoder</source>
        <translation>Bidirektionaler Encoder</translation>
    </message>
    <message>
        <source>Read the source both ways.</source>
        <translation>Die Quelle in beide Richtungen lesen.</translation>
    </message>
    <message>
        <source>Encoder layers</source>
        <translation>Encoder-Schichten</translation>
    </message>
    <message>
        <source>1 to 4.</source>
        <translation>1 bis 4.</translation>
    </message>
    <message>
        <source>Decoder layers</source>
        <translation>Decoder-Schichten</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Additive (Bahdanau et al. 2015), multiplicative (Luong et al. 2015), or none.</source>
        <translation>Additiv (Bahdanau et al. 2015), multiplikativ (Luong et al. 2015) oder keine.</translation>
    </message>
    <message>
        <source>Attention size</source>
        <translation>Attention-Größe</translation>
    </message>
    <message>
        <source>Units of additive attention; 0 takes the decoder size.</source>
        <translation>Einheiten der additiven Attention; 0 nimmt die Decoder-Größe.</translation>
    </message>
    <message>
        <source>Input feeding</source>
        <translation>Input Feeding</translation>
    </message>
    <message>
        <source>Feed the last attentional vector back (Luong et al. 2015, section 3.3).</source>
        <translation>Den letzten Attention-Vektor zurückspeisen (Luong et al. 2015, Abschnitt 3.3).</translation>
    </message>
    <message>
        <source>Dropout on embeddings</source>
        <translation>Dropout auf Embeddings</translation>
    </message>
    <message>
        <source>Share of numbers dropped.</source>
        <translation>Anteil der ausgelassenen Zahlen.</translation>
    </message>
    <message>
        <source>Dropout between layers</source>
        <translation>Dropout zwischen Schichten</translation>
    </message>
    <message>
        <source>Share of units dropped.</source>
        <translation>Anteil der ausgelassenen Einheiten.</translation>
    </message>
    <message>
        <source>Dropout before the output</source>
        <translation>Dropout vor der Ausgabe</translation>
    </message>
    <message>
        <source>Share of units dropped between layers and where attention looks.</source>
        <translation>Anteil der Einheiten, die zwischen Schichten und dort, wo die Attention hinsieht, ausgelassen werden.</translation>
    </message>
    <message>
        <source>Readout size</source>
        <translation>Readout-Größe</translation>
    </message>
    <message>
        <source>Units before the output layer; 0 takes the embedding size.</source>
        <translation>Einheiten vor der Ausgabeschicht; 0 nimmt die Embedding-Größe.</translation>
    </message>
    <message>
        <source>Weight tying</source>
        <translation>Gewichtskopplung</translation>
    </message>
    <message>
        <source>Share target embedding and output layer, and with &apos;all&apos; the source embedding too (Press &amp; Wolf 2017), where sizes allow.</source>
        <translation>Ziel-Embedding und Ausgabeschicht teilen, mit „all“ auch das Quell-Embedding (Press &amp; Wolf 2017), wo die Größen es erlauben.</translation>
    </message>
    <message>
        <source>Source vectors</source>
        <translation>Quellvektoren</translation>
    </message>
    <message>
        <source>word2vec or GloVe text file to start the source embedding from.</source>
        <translation>word2vec- oder GloVe-Textdatei, mit der das Quell-Embedding beginnt.</translation>
    </message>
    <message>
        <source>Target vectors</source>
        <translation>Zielvektoren</translation>
    </message>
    <message>
        <source>word2vec or GloVe text file to start the target embedding from.</source>
        <translation>word2vec- oder GloVe-Textdatei, mit der das Ziel-Embedding beginnt.</translation>
    </message>
    <message>
        <source>Keep vectors fixed</source>
        <translation>Vektoren fest lassen</translation>
    </message>
    <message>
        <source>Do not train the embeddings that came from a file.</source>
        <translation>Embeddings aus einer Datei nicht trainieren.</translation>
    </message>
    <message>
        <source>Steps at most</source>
        <translation>Höchstens Schritte</translation>
    </message>
    <message>
        <source>Optimizer steps; 0 means no limit by steps.</source>
        <translation>Optimierungsschritte; 0 heißt keine Grenze nach Schritten.</translation>
    </message>
    <message>
        <source>Epochs at most</source>
        <translation>Höchstens Epochen</translation>
    </message>
    <message>
        <source>Passes over the corpus; 0 means no limit by epochs.</source>
        <translation>Durchgänge durch das Korpus; 0 heißt keine Grenze nach Epochen.</translation>
    </message>
    <message>
        <source>Minutes at most</source>
        <translation>Höchstens Minuten</translation>
    </message>
    <message>
        <source>The schedule is fitted to this time, validation included; 0 means no limit.</source>
        <translation>Der Lernratenplan wird dieser Zeit angepasst, samt Validierung; 0 heißt keine Grenze.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch-Größe</translation>
    </message>
    <message>
        <source>Target tokens a batch, padding not counted; fewer learn faster per sentence.</source>
        <translation>Zieltoken je Batch, ohne Auffüllung; weniger lernen je Satz schneller.</translation>
    </message>
    <message>
        <source>Sentences a batch</source>
        <translation>Sätze je Batch</translation>
    </message>
    <message>
        <source>A fixed number of sentences instead of tokens; 0 uses tokens.</source>
        <translation>Eine feste Zahl von Sätzen statt Token; 0 zählt Token.</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>Akkumulation</translation>
    </message>
    <message>
        <source>Batches whose gradients are added before each step.</source>
        <translation>Batches, deren Gradienten vor jedem Schritt addiert werden.</translation>
    </message>
    <message>
        <source>Longest training sentence</source>
        <translation>Längster Trainingssatz</translation>
    </message>
    <message>
        <source>Pieces a side; longer pairs are left out and counted.</source>
        <translation>Teilwörter je Seite; längere Paare werden ausgelassen und gezählt.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>AdamW (Loshchilov &amp; Hutter 2019) suits most.</source>
        <translation>AdamW (Loshchilov &amp; Hutter 2019) passt meistens.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Peak learning rate.</source>
        <translation>Höchste Lernrate.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Lernratenplan</translation>
    </message>
    <message>
        <source>How the learning rate falls after the warm-up; cosine and linear need an end.</source>
        <translation>Wie die Lernrate nach dem Aufwärmen sinkt; cosine und linear brauchen ein Ende.</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>Aufwärmschritte</translation>
    </message>
    <message>
        <source>Steps over which the learning rate rises to its peak.</source>
        <translation>Schritte, in denen die Lernrate auf ihren Höchstwert steigt.</translation>
    </message>
    <message>
        <source>Final learning rate</source>
        <translation>Endlernrate</translation>
    </message>
    <message>
        <source>Share of the peak at the end of cosine or linear.</source>
        <translation>Anteil des Höchstwerts am Ende von cosine oder linear.</translation>
    </message>
    <message>
        <source>Plateau patience</source>
        <translation>Plateau-Geduld</translation>
    </message>
    <message>
        <source>Validations without gain before plateau halves the learning rate.</source>
        <translation>Validierungen ohne Gewinn, bevor plateau die Lernrate halbiert.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Weight Decay</translation>
    </message>
    <message>
        <source>Pulls weights towards zero.</source>
        <translation>Zieht Gewichte gegen null.</translation>
    </message>
    <message>
        <source>Adam beta 2</source>
        <translation>Adam Beta 2</translation>
    </message>
    <message>
        <source>Memory of the squared gradient.</source>
        <translation>Gedächtnis des quadrierten Gradienten.</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Gradienten-Clipping</translation>
    </message>
    <message>
        <source>Longest gradient norm (Pascanu et al. 2013); 0 turns it off.</source>
        <translation>Größte Gradientennorm (Pascanu et al. 2013); 0 schaltet es ab.</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Label-Smoothing</translation>
    </message>
    <message>
        <source>Probability taken from the right piece (Szegedy et al. 2016).</source>
        <translation>Vom richtigen Teilwort genommene Wahrscheinlichkeit (Szegedy et al. 2016).</translation>
    </message>
    <message>
        <source>Teacher forcing</source>
        <translation>Teacher Forcing</translation>
    </message>
    <message>
        <source>How the share of reference pieces fed to the decoder falls (Bengio et al. 2015).</source>
        <translation>Wie der Anteil der Referenz-Teilwörter sinkt, die der Decoder bekommt (Bengio et al. 2015).</translation>
    </message>
    <message>
        <source>Ratio at the start</source>
        <translation>Anteil am Anfang</translation>
    </message>
    <message>
        <source>1 feeds the reference always.</source>
        <translation>1 gibt immer die Referenz.</translation>
    </message>
    <message>
        <source>Ratio at the end</source>
        <translation>Anteil am Ende</translation>
    </message>
    <message>
        <source>What it falls to.</source>
        <translation>Worauf er sinkt.</translation>
    </message>
    <message>
        <source>Steps to fall</source>
        <translation>Schritte des Absinkens</translation>
    </message>
    <message>
        <source>Steps over which the ratio falls from start to end.</source>
        <translation>Schritte, in denen der Anteil vom Anfang zum Ende sinkt.</translation>
    </message>
    <message>
        <source>R-Drop</source>
        <translation>R-Drop</translation>
    </message>
    <message>
        <source>Alpha of R-Drop (Wu et al. 2021): each batch is read twice with other dropout, and both must agree; 0 is off. A step takes twice the time.</source>
        <translation>Alpha von R-Drop (Wu et al. 2021): Jeder Batch wird zweimal mit anderem Dropout gelesen, und beide Lesungen müssen übereinstimmen; 0 schaltet es aus. Ein Schritt dauert doppelt so lange.</translation>
    </message>
    <message>
        <source>Subword sampling</source>
        <translation>Teilwort-Sampling</translation>
    </message>
    <message>
        <source>Alpha of subword regularisation on the source (Kudo 2018); 0 is off.</source>
        <translation>Alpha der Teilwort-Regularisierung auf der Quellseite (Kudo 2018); 0 ist aus.</translation>
    </message>
    <message>
        <source>Validate every (steps)</source>
        <translation>Validieren alle (Schritte)</translation>
    </message>
    <message>
        <source>0 leaves it to the minutes.</source>
        <translation>0 überlässt es den Minuten.</translation>
    </message>
    <message>
        <source>Validate every (minutes)</source>
        <translation>Validieren alle (Minuten)</translation>
    </message>
    <message>
        <source>0 leaves it to the steps.</source>
        <translation>0 überlässt es den Schritten.</translation>
    </message>
    <message>
        <source>Validation pairs translated</source>
        <translation>Übersetzte Validierungspaare</translation>
    </message>
    <message>
        <source>At most so many are translated for BLEU each time; 0 means all.</source>
        <translation>Höchstens so viele werden jedes Mal für BLEU übersetzt; 0 heißt alle.</translation>
    </message>
    <message>
        <source>Log every (steps)</source>
        <translation>Protokollieren alle (Schritte)</translation>
    </message>
    <message>
        <source>Points of the loss curve.</source>
        <translation>Punkte der Verlustkurve.</translation>
    </message>
    <message>
        <source>Sample translations</source>
        <translation>Beispielübersetzungen</translation>
    </message>
    <message>
        <source>Validation sentences followed through training.</source>
        <translation>Validierungssätze, die durch das Training verfolgt werden.</translation>
    </message>
    <message>
        <source>Best by</source>
        <translation>Bester nach</translation>
    </message>
    <message>
        <source>Which validation score picks the best checkpoint.</source>
        <translation>Welcher Validierungswert den besten Checkpoint bestimmt.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Stop after so many validations without a new best; 0 never stops early.</source>
        <translation>Nach so vielen Validierungen ohne neuen Bestwert aufhören; 0 hört nie früher auf.</translation>
    </message>
    <message>
        <source>Weight averaging</source>
        <translation>Gewichtsmittelung</translation>
    </message>
    <message>
        <source>Average weights for validation and the saved best when they are better.</source>
        <translation>Gewichte für Validierung und gespeicherten Besten mitteln, wenn sie besser sind.</translation>
    </message>
    <message>
        <source>EMA decay</source>
        <translation>EMA-Abklingen</translation>
    </message>
    <message>
        <source>Memory of the running average.</source>
        <translation>Gedächtnis des gleitenden Mittels.</translation>
    </message>
    <message>
        <source>Average last</source>
        <translation>Letzte mitteln</translation>
    </message>
    <message>
        <source>Validations averaged by &apos;last&apos;.</source>
        <translation>Von „last“ gemittelte Validierungen.</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <source>Light weights-only snapshots kept along the way, to look back.</source>
        <translation>Leichte Schnappschüsse nur der Gewichte, unterwegs aufgehoben zum Zurückblicken.</translation>
    </message>
    <message>
        <source>Divergence limit</source>
        <translation>Divergenzgrenze</translation>
    </message>
    <message>
        <source>A gradient norm above this counts as diverged.</source>
        <translation>Eine Gradientennorm darüber gilt als divergiert.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed on the same machine gives the same model.</source>
        <translation>Derselbe Startwert auf derselben Maschine ergibt dasselbe Modell.</translation>
    </message>
    <message>
        <source>Beam size</source>
        <translation>Beam-Breite</translation>
    </message>
    <message>
        <source>Hypotheses kept; 1 is greedy.</source>
        <translation>Aufgehobene Hypothesen; 1 ist greedy.</translation>
    </message>
    <message>
        <source>N-best</source>
        <translation>N-best</translation>
    </message>
    <message>
        <source>Translations returned.</source>
        <translation>Ausgegebene Übersetzungen.</translation>
    </message>
    <message>
        <source>Prune behind</source>
        <translation>Verwerfen ab Abstand</translation>
    </message>
    <message>
        <source>Hypotheses so far behind the best of their sentence, in nats, are dropped where one translation is wanted; 0 keeps all.</source>
        <translation>Hypothesen mit diesem Abstand zur besten ihres Satzes, in Nats, werden verworfen, wo eine einzige Übersetzung gewünscht ist; 0 behält alle.</translation>
    </message>
    <message>
        <source>Length penalty</source>
        <translation>Längenstrafe</translation>
    </message>
    <message>
        <source>Alpha of Wu et al. (2016); higher favours longer translations.</source>
        <translation>Alpha von Wu et al. (2016); höher begünstigt längere Übersetzungen.</translation>
    </message>
    <message>
        <source>Coverage penalty</source>
        <translation>Abdeckungsstrafe</translation>
    </message>
    <message>
        <source>Beta of Wu et al. (2016); penalises source words nobody looked at.</source>
        <translation>Beta von Wu et al. (2016); bestraft Quellwörter, die niemand ansah.</translation>
    </message>
    <message>
        <source>Longest output</source>
        <translation>Längste Ausgabe</translation>
    </message>
    <message>
        <source>Pieces for each source piece.</source>
        <translation>Teilwörter für jedes Quell-Teilwort.</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>Pieces added to that.</source>
        <translation>Dazu addierte Teilwörter.</translation>
    </message>
    <message>
        <source>Shortest output</source>
        <translation>Kürzeste Ausgabe</translation>
    </message>
    <message>
        <source>No repeated n-grams</source>
        <translation>Keine wiederholten N-Gramme</translation>
    </message>
    <message>
        <source>Forbid repeating a sequence of so many pieces; 0 allows it.</source>
        <translation>Die Wiederholung einer Folge von so vielen Teilwörtern verbieten; 0 erlaubt sie.</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Zufällig ziehen</translation>
    </message>
    <message>
        <source>Draw translations instead of searching for the best.</source>
        <translation>Übersetzungen ziehen, statt die beste zu suchen.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Below 1 safer, above 1 bolder.</source>
        <translation>Unter 1 sicherer, über 1 kühner.</translation>
    </message>
    <message>
        <source>Top k</source>
        <translation>Top k</translation>
    </message>
    <message>
        <source>Draw among the best k pieces; 0 means all.</source>
        <translation>Unter den besten k Teilwörtern ziehen; 0 heißt alle.</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Draw among the best pieces of this total probability.</source>
        <translation>Unter den besten Teilwörtern dieser Gesamtwahrscheinlichkeit ziehen.</translation>
    </message>
    <message>
        <source>Sampling seed</source>
        <translation>Startwert des Ziehens</translation>
    </message>
    <message>
        <source>The same seed draws the same translation.</source>
        <translation>Derselbe Startwert zieht dieselbe Übersetzung.</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Alternativen</translation>
    </message>
    <message>
        <source>Pieces reported at each position.</source>
        <translation>An jeder Stelle genannte Teilwörter.</translation>
    </message>
    <message>
        <source>Cut lines</source>
        <translation>Zeilen zerlegen</translation>
    </message>
    <message>
        <source>auto: as in training.</source>
        <translation>auto: wie im Training.</translation>
    </message>
    <message>
        <source>Copy unseen</source>
        <translation>Ungesehenes kopieren</translation>
    </message>
    <message>
        <source>Adapt spelling</source>
        <translation>Schreibweise anpassen</translation>
    </message>
    <message>
        <source>Read sources in the corpus&apos; spelling.</source>
        <translation>Quellsätze in der Schreibweise des Korpus lesen.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:N.</source>
        <translation>auto, cpu, cuda oder cuda:N.</translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation>CPU-Threads</translation>
    </message>
    <message>
        <source>0 takes the free cores; exact repetition needs a number.</source>
        <translation>0 nimmt die freien Kerne; genaue Wiederholung braucht eine Zahl.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Numbers, addresses and codes never seen in training are copied where they are looked at.</source>
        <translation>Zahlen, Adressen und Codes, die im Training nie vorkamen, werden dort kopiert, wo das Modell hinsieht.</translation>
    </message>
    <message>
        <source>auto takes bf16 on CPUs that it is faster on; it is refused where it would crawl.</source>
        <translation>auto nimmt bf16 auf Prozessoren, auf denen es schneller ist; es wird abgelehnt, wo es kriechen würde.</translation>
    </message>
    <message>
        <source>Fast path</source>
        <translation>Schneller Weg</translation>
    </message>
    <message>
        <source>Use the fused training path; off runs the plain per-step module.</source>
        <translation>Den fusionierten Trainingsweg nutzen; aus verwendet das einfache Modul, Schritt für Schritt.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Derives everything from your corpus and this machine, and says why.</source>
        <translation>Leitet alles aus dem Korpus und dieser Maschine ab und sagt, warum.</translation>
    </message>
    <message>
        <source>Tiny</source>
        <translation>Winzig</translation>
    </message>
    <message>
        <source>A first look: learns in minutes on any laptop.</source>
        <translation>Ein erster Blick: lernt in Minuten auf jedem Laptop.</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Good quality for everyday corpora in about twenty minutes on a laptop.</source>
        <translation>Gute Qualität für gewöhnliche Korpora in etwa zwanzig Minuten auf einem Laptop.</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>A larger model, for 100,000 pairs and more, for a GPU or a night.</source>
        <translation>Ein größeres Modell, für 100.000 Paare und mehr, für eine GPU oder eine Nacht.</translation>
    </message>
    <message>
        <source>Sample model</source>
        <translation>Beispielmodell</translation>
    </message>
    <message>
        <source>The recipe of the shipped sample models; fits small, regular corpora.</source>
        <translation>Das Rezept der mitgelieferten Beispielmodelle; passt zu kleinen, regelmäßigen Korpora.</translation>
    </message>
    <message>
        <source>Built-in English-French teaching corpus</source>
        <translation>Mitgeliefertes Lernkorpus Englisch-Französisch</translation>
    </message>
    <message>
        <source>Sentences made by a grammar, with gold word alignments, and handwritten everyday phrases. A small closed world for learning how translation models work, not general language.</source>
        <translation>Von einer Grammatik gebildete Sätze mit exakten Wort-Alignments und handgeschriebene Alltagssätze. Eine kleine, geschlossene Welt, um zu lernen, wie Übersetzungsmodelle arbeiten, nicht allgemeine Sprache.</translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>Test results of this run</source>
        <translation>Testergebnisse dieses Laufs</translation>
    </message>
    <message>
        <source>Each test set keeps its latest result</source>
        <extracomment>So many line numbers are written out.</extracomment>
        <translation>Jede Testmenge behält ihr neuestes Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Test…</source>
        <translation>&amp;Testen…</translation>
    </message>
    <message>
        <source>Test this run on a test set</source>
        <translation>Diesen Lauf auf einer Testmenge testen</translation>
    </message>
    <message>
        <source>Translate a test set and score the translations</source>
        <translation>Eine Testmenge übersetzen und die Übersetzungen bewerten</translation>
    </message>
    <message>
        <source>&amp;Copy scores</source>
        <translation>Werte &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the scores</source>
        <translation>Werte kopieren</translation>
    </message>
    <message>
        <source>Copy all scores with their signatures, for a paper or a report</source>
        <translation>Alle Werte mit ihren Signaturen kopieren, für eine Veröffentlichung oder einen Bericht</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove this result</source>
        <translation>Dieses Ergebnis entfernen</translation>
    </message>
    <message>
        <source>Remove this result from the run; the test set itself stays</source>
        <translation>Dieses Ergebnis aus dem Lauf entfernen; die Testmenge selbst bleibt</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>Noch nicht getestet</translation>
    </message>
    <message>
        <source>A test tells how good the model is on sentences it has never seen: scores with their uncertainty, what simply copying would score, and every sentence to look at.</source>
        <translation>Ein Test sagt, wie gut das Modell auf nie gesehenen Sätzen ist: Werte mit ihrer Unsicherheit, was bloßes Kopieren erreichte, und jeder Satz zum Ansehen.</translation>
    </message>
    <message>
        <source>Test this run…</source>
        <translation>Diesen Lauf testen…</translation>
    </message>
    <message>
        <source>Choose the test set first; it runs in the background</source>
        <translation>Zuerst die Testmenge wählen; der Test läuft im Hintergrund</translation>
    </message>
    <message>
        <source>Translate these sentences again with all details: sort them by what was projected and by any measure, see by length and by what was seen in training where it fails, and save all of it as a page</source>
        <translation>Diese Sätze mit allen Einzelheiten erneut übersetzen: nach Schätzung und jedem Maß sortieren, nach Länge und nach dem im Training Gesehenen sehen, wo es scheitert, und alles als Seite speichern</translation>
    </message>
    <message>
        <source>&amp;Look closer…</source>
        <translation>Genauer &amp;hinsehen…</translation>
    </message>
    <message>
        <source>Look closer at this result</source>
        <translation>Dieses Ergebnis genauer ansehen</translation>
    </message>
    <message>
        <source>No run is chosen</source>
        <translation>Kein Lauf gewählt</translation>
    </message>
    <message>
        <source>Held-out test pairs of this run</source>
        <translation>Zurückgehaltene Testpaare dieses Laufs</translation>
    </message>
    <message>
        <source>{title}: {count} sentences, step {step}, beam {beam}, {moment}</source>
        <translation>{title}: {count} Sätze, Schritt {step}, Beam {beam}, {moment}</translation>
    </message>
    <message>
        <source>The sentences of this result were not kept; test again to see them.</source>
        <translation>Die Sätze dieses Ergebnisses wurden nicht aufbewahrt; ein neuer Test zeigt sie.</translation>
    </message>
    <message>
        <source>Shared word sequences with the reference, 0 to 100. Higher is better.</source>
        <translation>Mit der Referenz gemeinsame Wortfolgen, 0 bis 100. Höher ist besser.</translation>
    </message>
    <message>
        <source>Shared character sequences with the reference, 0 to 100. Higher is better.</source>
        <translation>Mit der Referenz gemeinsame Zeichenfolgen, 0 bis 100. Höher ist besser.</translation>
    </message>
    <message>
        <source>Word edits needed to reach the reference, in percent. Lower is better.</source>
        <translation>Nötige Wortänderungen bis zur Referenz, in Prozent. Niedriger ist besser.</translation>
    </message>
    <message>
        <source>95 %: {low} to {high}</source>
        <translation>95&#xa0;%: {low} bis {high}</translation>
    </message>
    <message>
        <source>Translations that are the reference, word for word</source>
        <translation>Übersetzungen, die Wort für Wort der Referenz gleichen</translation>
    </message>
    <message>
        <source>Need no edit</source>
        <translation>Fehlerfrei</translation>
    </message>
    <message>
        <source>of the sentences</source>
        <translation>der Sätze</translation>
    </message>
    <message>
        <source>How much the model&apos;s attention disagrees with alignments made by hand, 0 to 1. Lower is better. Attention shows where the model looked, not why it chose a word.</source>
        <translation>Wie sehr die Attention des Modells von Alignments von Hand abweicht, 0 bis 1. Niedriger ist besser. Die Attention zeigt, wohin das Modell sah, nicht, warum es ein Wort wählte.</translation>
    </message>
    <message>
        <source>Alignment error</source>
        <translation>Alignment-Fehler</translation>
    </message>
    <message>
        <source>0 is perfect</source>
        <translation>0 ist perfekt</translation>
    </message>
    <message>
        <source>Empty references though the source is not: {count} of {total} (lines {lines}).</source>
        <translation>Leere Referenzen zu nicht leerer Quelle: {count} von {total} (Zeilen {lines}).</translation>
    </message>
    <message>
        <source>copying the source scores {score}</source>
        <translation>Kopieren der Quelle ergibt {score}</translation>
    </message>
    <message>
        <source>the nearest training sentence&apos;s translation scores {score}</source>
        <translation>die Übersetzung des nächsten Trainingssatzes ergibt {score}</translation>
    </message>
    <message>
        <source>For comparison, in BLEU: {list}.</source>
        <translation>Zum Vergleich, in BLEU: {list}.</translation>
    </message>
    <message>
        <source>Scores copied</source>
        <translation>Werte kopiert</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Cut lines into sentences</source>
        <translation>Zeilen in Sätze zerlegen</translation>
    </message>
    <message>
        <source>Translate sentence by sentence, as most models were trained; off translates each line as one.</source>
        <extracomment>Larger values are for the command line; here they would make typing slow.</extracomment>
        <translation>Satz für Satz übersetzen, wie die meisten Modelle trainiert wurden; aus übersetzt jede Zeile als Ganzes.</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Zurück zu den Standardwerten</translation>
    </message>
    <message>
        <source>Beam 5 and the penalties the workbench starts with</source>
        <translation>Beam 5 und die anfänglichen Strafen</translation>
    </message>
    <message>
        <source>Reset the search settings</source>
        <translation>Sucheinstellungen zurücksetzen</translation>
    </message>
</context>
<context>
    <name>SearchTree</name>
    <message>
        <source>unlikely</source>
        <extracomment>Tree and number of a node. Room inside of a node, between columns, rows and trees, and the thickest branch, in heights of a line. Bits, and places among the model&apos;s own choices, from which a colour is at its warmest. Characters of a label.</extracomment>
        <translation>unwahrscheinlich</translation>
    </message>
    <message>
        <source>certain piece</source>
        <translation>sicheres Stück</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unschlüssig</translation>
    </message>
    <message>
        <source>sure of the next piece</source>
        <translation>des nächsten Stücks sicher</translation>
    </message>
    <message>
        <source>a late choice</source>
        <translation>eine späte Wahl</translation>
    </message>
    <message>
        <source>the model&apos;s first choice</source>
        <translation>die erste Wahl des Modells</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>all of the step&apos;s probability</source>
        <translation>die ganze Wahrscheinlichkeit des Schritts</translation>
    </message>
    <message>
        <source>Branches are as thick as their part of the step&apos;s probability; pale ones were left.</source>
        <translation>Äste sind so dick wie ihr Anteil an der Wahrscheinlichkeit des Schritts; blasse wurden zurückgelassen.</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>The search begins here.</source>
        <translation>Hier beginnt die Suche.</translation>
    </message>
    <message>
        <source>Step {step}: {text}.</source>
        <translation>Schritt {step}: {text}.</translation>
    </message>
    <message>
        <source>The model gave {piece} {share} here (its choice number {choice}).</source>
        <translation>Das Modell gab hier {piece} {share} (seine Wahl Nummer {choice}).</translation>
    </message>
    <message>
        <source>Log-probability of the whole: {total}.</source>
        <translation>Log-Wahrscheinlichkeit des Ganzen: {total}.</translation>
    </message>
    <message>
        <source>Finished with the score {score}, place {place}.</source>
        <translation>Fertig mit der Bewertung {score}, Platz {place}.</translation>
    </message>
    <message>
        <source>The winner, with the score {score}.</source>
        <translation>Der Gewinner, mit der Bewertung {score}.</translation>
    </message>
    <message>
        <source>Pruned by the beam: place {rank}; the last taken was {text} with {total}.</source>
        <translation>Vom Beam verworfen: Platz {rank}; als Letztes genommen wurde {text} mit {total}.</translation>
    </message>
    <message>
        <source>Cut off: the sentence was done.</source>
        <translation>Abgebrochen: Der Satz war fertig.</translation>
    </message>
    <message>
        <source>Forbidden by a rule.</source>
        <translation>Durch eine Regel verboten.</translation>
    </message>
    <message>
        <source>It went on, as number {rank} of the beam.</source>
        <translation>Es ging weiter, als Nummer {rank} des Beams.</translation>
    </message>
    <message>
        <source>Forbidden: the translation would be too short or too long.</source>
        <translation>Verboten: Die Übersetzung würde zu kurz oder zu lang.</translation>
    </message>
    <message>
        <source>Forbidden: a sequence of pieces would come twice.</source>
        <translation>Verboten: Eine Folge von Stücken käme zweimal vor.</translation>
    </message>
    <message>
        <source>Forbidden: the translation must begin otherwise.</source>
        <translation>Verboten: Die Übersetzung muss anders beginnen.</translation>
    </message>
    <message>
        <source>Forbidden: its bytes make no character here.</source>
        <translation>Verboten: Seine Bytes ergeben hier kein Zeichen.</translation>
    </message>
    <message>
        <source>Forbidden: it is no text.</source>
        <translation>Verboten: Es ist kein Text.</translation>
    </message>
    <message>
        <source>It ended because as many translations are finished as the beam is wide.</source>
        <translation>Sie endete, weil so viele Übersetzungen fertig sind, wie der Beam breit ist.</translation>
    </message>
    <message>
        <source>It ended because nothing left could beat the finished translations.</source>
        <translation>Sie endete, weil nichts Verbliebenes die fertigen Übersetzungen noch schlagen konnte.</translation>
    </message>
    <message>
        <source>It ended because no longer translation is allowed.</source>
        <translation>Sie endete, weil keine längere Übersetzung erlaubt ist.</translation>
    </message>
</context>
<context>
    <name>SentenceModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>chrF</source>
        <translation>chrF</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Place in the test set</source>
        <translation>Platz in der Testmenge</translation>
    </message>
    <message>
        <source>How near the translation is to the reference, 0 to 100, for this sentence alone</source>
        <extracomment>Columns of figures; the first is the place in the test set.</extracomment>
        <translation>Wie nah die Übersetzung der Referenz kommt, 0 bis 100, nur für diesen Satz</translation>
    </message>
    <message>
        <source>What was translated</source>
        <translation>Was übersetzt wurde</translation>
    </message>
    <message>
        <source>The translation that the test set gives</source>
        <translation>Die Übersetzung der Testmenge</translation>
    </message>
    <message>
        <source>What the model wrote</source>
        <translation>Was das Modell schrieb</translation>
    </message>
</context>
<context>
    <name>SentenceTable</name>
    <message>
        <source>{0} sentences</source>
        <translation>{0} Sätze</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Search in sentences</source>
        <translation>In Sätzen suchen</translation>
    </message>
    <message>
        <source>Search in tested sentences</source>
        <translation>In getesteten Sätzen suchen</translation>
    </message>
    <message>
        <source>Show only sentences that hold this text on any side</source>
        <translation>Nur Sätze zeigen, die diesen Text auf einer Seite enthalten</translation>
    </message>
    <message>
        <source>Only those that differ</source>
        <translation>Nur abweichende</translation>
    </message>
    <message>
        <source>Only sentences whose translation differs from the reference</source>
        <translation>Nur Sätze, deren Übersetzung von der Referenz abweicht</translation>
    </message>
    <message>
        <source>Hide sentences that were translated exactly as the reference</source>
        <translation>Sätze ausblenden, die genau wie die Referenz übersetzt wurden</translation>
    </message>
    <message>
        <source>Tested sentences</source>
        <translation>Getestete Sätze</translation>
    </message>
    <message>
        <source>Click a sentence, or press Enter, to open it in the translate pane</source>
        <translation>Ein Klick auf einen Satz oder Eingabe öffnet ihn im Bereich „Übersetzen“</translation>
    </message>
    <message>
        <source>Open in Translate</source>
        <translation>In „Übersetzen“ öffnen</translation>
    </message>
    <message>
        <source>Open this sentence in the translate pane</source>
        <translation>Diesen Satz im Bereich „Übersetzen“ öffnen</translation>
    </message>
    <message>
        <source>See this sentence with its alignment</source>
        <translation>Diesen Satz mit seinem Alignment sehen</translation>
    </message>
</context>
<context>
    <name>SetComparison</name>
    <message>
        <source>Test sets that the run in use did not train on</source>
        <translation>Testmengen, auf denen der benutzte Lauf nicht trainiert hat</translation>
    </message>
    <message>
        <source>Test set to compare over</source>
        <translation>Testmenge, auf der verglichen wird</translation>
    </message>
    <message>
        <source>Translate the test set with both, in the background, and list where they part most</source>
        <translation>Die Testmenge im Hintergrund mit beiden übersetzen und auflisten, wo sie sich am meisten unterscheiden</translation>
    </message>
    <message>
        <source>Compare both</source>
        <translation>Beide vergleichen</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>Testmenge</translation>
    </message>
    <message>
        <source>Held-out pairs of the run in use</source>
        <translation>Zurückgehaltene Paare des benutzten Laufs</translation>
    </message>
    <message>
        <source>{title}: {count} sentences</source>
        <translation>{title}: {count} Sätze</translation>
    </message>
    <message>
        <source>There is no test set of these languages that the run in use did not train on.</source>
        <translation>Es gibt keine Testmenge in diesen Sprachen, auf der der benutzte Lauf nicht trainiert hat.</translation>
    </message>
    <message>
        <source>Click a sentence to see it compared; a heading sorts.</source>
        <translation>Ein Klick auf einen Satz zeigt ihn im Vergleich; eine Überschrift sortiert.</translation>
    </message>
    <message>
        <source>Write a sentence first: the model that translates it is compared.</source>
        <translation>Schreiben Sie zuerst einen Satz: verglichen wird das Modell, das ihn übersetzt.</translation>
    </message>
    <message>
        <source>A: {first} · B: {second}</source>
        <translation>A: {first} · B: {second}</translation>
    </message>
    <message>
        <source>The first {shown} of {count} sentences</source>
        <translation>Die ersten {shown} von {count} Sätzen</translation>
    </message>
    <message>
        <source>Comparing over a test set</source>
        <translation>Vergleich auf einer Testmenge</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Train</source>
        <extracomment>Name and icon of each pane, in navigation order. The part of the window that words beside the icons may take.</extracomment>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Train a model and watch it learn (Ctrl+1)</source>
        <translation>Ein Modell trainieren und ihm beim Lernen zusehen (Strg+1)</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Type, translate, and see the attention (Ctrl+2)</source>
        <translation>Tippen, übersetzen und die Attention sehen (Strg+2)</translation>
    </message>
    <message>
        <source>Corpora</source>
        <translation>Korpora</translation>
    </message>
    <message>
        <source>Import and inspect sentence pairs (Ctrl+3)</source>
        <translation>Satzpaare importieren und ansehen (Strg+3)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>All models trained so far (Ctrl+4)</source>
        <translation>Alle bisher trainierten Modelle (Strg+4)</translation>
    </message>
</context>
<context>
    <name>SystemDialog</name>
    <message>
        <source>This computer&apos;s translations</source>
        <extracomment>The language that programs are written in, and their messages with them. Languages with fewer catalogues than this share of the best are not offered.</extracomment>
        <translation>Übersetzungen dieses Computers</translation>
    </message>
    <message>
        <source>The programs on this computer carry their texts in many languages: menus, messages, help. They make a small corpus at once, without a download. The number is how many programs were found.</source>
        <translation>Die Programme auf diesem Computer bringen ihre Texte in vielen Sprachen mit: Menüs, Meldungen, Hilfe. Sie ergeben sofort ein kleines Korpus, ohne Download. Die Zahl sagt, wie viele Programme gefunden wurden.</translation>
    </message>
    <message>
        <source>Most programs are written in English; other pairs are joined through it</source>
        <translation>Die meisten Programme sind auf Englisch geschrieben; andere Paare werden darüber verbunden</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Name of the corpus</source>
        <translation>Name des Korpus</translation>
    </message>
    <message>
        <source>Runs will refer to the corpus by this name</source>
        <translation>Läufe bezeichnen das Korpus mit diesem Namen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Import these translations</source>
        <translation>Diese Übersetzungen importieren</translation>
    </message>
    <message>
        <source>Collect the pairs in the background; can be cancelled</source>
        <translation>Die Paare im Hintergrund sammeln; lässt sich abbrechen</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>V&amp;on</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>N&amp;ach</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>Choose two languages.</source>
        <translation>Bitte zwei Sprachen wählen.</translation>
    </message>
    <message>
        <source>Choose two different languages.</source>
        <translation>Bitte zwei verschiedene Sprachen wählen.</translation>
    </message>
    <message>
        <source>There is a corpus of that name already.</source>
        <translation>Es gibt schon ein Korpus dieses Namens.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Bitte einen Namen geben.</translation>
    </message>
</context>
<context>
    <name>TableChoice</name>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>The sheet of the workbook that is read</source>
        <translation>Das Blatt der Arbeitsmappe, das gelesen wird</translation>
    </message>
    <message>
        <source>The column with the sentences to translate from; each entry shows its first cells</source>
        <translation>Die Spalte mit den Sätzen, aus denen übersetzt wird; jeder Eintrag zeigt ihre ersten Zellen</translation>
    </message>
    <message>
        <source>Source column</source>
        <translation>Quellspalte</translation>
    </message>
    <message>
        <source>The column with the translations; each entry shows its first cells</source>
        <translation>Die Spalte mit den Übersetzungen; jeder Eintrag zeigt ihre ersten Zellen</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>Zielspalte</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>B&amp;latt</translation>
    </message>
    <message>
        <source>Sou&amp;rce</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>Tar&amp;get</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>Header in row {row}</source>
        <translation>Kopfzeile in Zeile {row}</translation>
    </message>
    <message>
        <source>No header row</source>
        <translation>Keine Kopfzeile</translation>
    </message>
    <message>
        <source>{count} rows left out</source>
        <translation>{count} Zeilen ausgelassen</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>The time left follows from the speed of the last minutes and the limits of the run, validations counted in. A run may end earlier when nothing gets better any more. Example: 10 minutes into a run of 20, about 10 are left.</source>
        <translation>Die Restzeit folgt aus der Geschwindigkeit der letzten Minuten und den Grenzen des Laufs, Validierungen eingerechnet. Ein Lauf kann früher enden, wenn nichts mehr besser wird. Beispiel: Nach 10 Minuten eines Laufs von 20 bleiben etwa 10.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>An epoch is one pass over all training pairs. Small corpora need many epochs, large ones few. Example: with 30,000 pairs, 2.5 epochs mean that the model has read 75,000 pairs.</source>
        <translation>Eine Epoche ist ein Durchgang durch alle Trainingspaare. Kleine Korpora brauchen viele Epochen, große wenige. Beispiel: Bei 30.000 Paaren bedeuten 2,5 Epochen, dass das Modell 75.000 Paare gelesen hat.</translation>
    </message>
    <message>
        <source>Loss and perplexity</source>
        <translation>Verlust und Perplexität</translation>
    </message>
    <message>
        <source>The loss says how surprised the model is by the right translation, piece by piece; lower is better. Perplexity is the same as a number of choices: among how many equally likely pieces the model wavers. Example: a loss of 1.6 is a perplexity of 5, as if it chose among five pieces each time.</source>
        <translation>Der Verlust sagt, wie sehr die richtige Übersetzung das Modell überrascht, Stück für Stück; niedriger ist besser. Die Perplexität ist dasselbe als Zahl von Möglichkeiten: zwischen wie vielen gleich wahrscheinlichen Stücken das Modell schwankt. Beispiel: Ein Verlust von 1,6 ist eine Perplexität von 5, als wählte es jedes Mal unter fünf Stücken.</translation>
    </message>
    <message>
        <source>BLEU and chrF</source>
        <translation>BLEU und chrF</translation>
    </message>
    <message>
        <source>BLEU counts the words, and groups of up to four words, that a translation shares with the reference, from 0 to 100; chrF does so with letters, and gives credit for nearly right forms. Compare only scores on the same sentences. Example: “the red house” for “the red houses” has a low BLEU and a high chrF.</source>
        <translation>BLEU zählt die Wörter und Gruppen von bis zu vier Wörtern, die eine Übersetzung mit der Referenz teilt, von 0 bis 100; chrF tut das mit Buchstaben und belohnt fast richtige Formen. Nur Werte auf denselben Sätzen vergleichen. Beispiel: „das rote Haus“ für „die roten Häuser“ hat ein niedriges BLEU und ein höheres chrF.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Patience is how many validations in a row may pass without a new best before the training ends by itself. It keeps a model from learning its sentences by heart. Example: with a patience of 10, “3 of 10” means that seven more such validations end the run.</source>
        <translation>Die Geduld sagt, wie viele Validierungen hintereinander ohne neuen Bestwert vergehen dürfen, bevor das Training von selbst endet. Sie verhindert, dass ein Modell seine Sätze auswendig lernt. Beispiel: Bei einer Geduld von 10 heißt „3 von 10“, dass sieben weitere solche Validierungen den Lauf beenden.</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Token je Sekunde</translation>
    </message>
    <message>
        <source>From so many pieces of the translations the model learns in a second. This tells how fast the computer is, not how good the model is. Example: at 5,000 tokens a second, 200,000 sentences of 25 tokens take about 17 minutes.</source>
        <translation>Aus so vielen Stücken der Übersetzungen lernt das Modell in einer Sekunde. Das sagt, wie schnell der Rechner ist, nicht wie gut das Modell ist. Beispiel: Bei 5.000 Token je Sekunde dauern 200.000 Sätze zu 25 Token etwa 17 Minuten.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>The learning rate is the size of the steps in which the model changes. It rises at the start, so that nothing breaks, and falls towards the end for the fine work. Example: 0.003 is usual here; at 0.1 the loss would jump about.</source>
        <translation>Die Lernrate ist die Größe der Schritte, in denen sich das Modell ändert. Sie steigt am Anfang, damit nichts zerbricht, und fällt gegen Ende für die Feinarbeit. Beispiel: 0,003 ist hier üblich; bei 0,1 würde der Verlust springen.</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>The gradient norm says how strongly a batch pulls at the numbers of the model. Steady values are good; single peaks are cut off and do no harm. Example: about 1 with peaks of 5 is healthy; growing from 1 to 100 means that the learning rate is too high.</source>
        <translation>Die Gradientennorm sagt, wie stark ein Batch an den Zahlen des Modells zieht. Gleichmäßige Werte sind gut; einzelne Spitzen werden abgeschnitten und schaden nicht. Beispiel: Etwa 1 mit Spitzen von 5 ist gesund; ein Anstieg von 1 auf 100 heißt, dass die Lernrate zu hoch ist.</translation>
    </message>
    <message>
        <source>Teacher forcing</source>
        <translation>Teacher Forcing</translation>
    </message>
    <message>
        <source>In training the model is told the right word before the next one, as if a teacher corrected each word at once; 1 means always. Below 1 it goes on from its own word now and then, as it must when it translates. Example: at 0.75, one word in four is the model&apos;s own.</source>
        <translation>Im Training erfährt das Modell das richtige Wort vor dem nächsten, als verbesserte ein Lehrer jedes Wort sofort; 1 heißt immer. Unter 1 macht es ab und zu mit seinem eigenen Wort weiter, wie es beim Übersetzen muss. Beispiel: Bei 0,75 ist jedes vierte Wort das des Modells.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Attention is where the model looks in the source sentence while it writes a word: shares that add up to 100 %. It shows what was looked at, not why a word was chosen. Example: writing “rouge”, the model may give 90 % of its attention to “red” and 10 % to “apple”.</source>
        <translation>Die Attention ist das, wohin das Modell im Quellsatz sieht, während es ein Wort schreibt: Anteile, die zusammen 100&#xa0;% ergeben. Sie zeigt, was angesehen wurde, nicht, warum ein Wort gewählt wurde. Beispiel: Beim Schreiben von „rouge“ kann das Modell 90&#xa0;% seiner Attention auf „red“ und 10&#xa0;% auf „apple“ richten.</translation>
    </message>
    <message>
        <source>Beam search</source>
        <translation>Beam-Suche</translation>
    </message>
    <message>
        <source>Beam search keeps several beginnings of a translation at once and goes on with the likeliest ones, instead of always taking the next best piece (greedy search). A beam of 5 is usual; more takes longer and seldom helps. Example: a beginning with “The” may lose against one with “It” only at the fourth word.</source>
        <translation>Die Beam-Suche behält mehrere Anfänge einer Übersetzung zugleich und geht mit den wahrscheinlichsten weiter, statt immer das nächstbeste Stück zu nehmen (Greedy-Suche). Beam 5 ist üblich; mehr dauert länger und hilft selten. Beispiel: Ein Anfang mit „The“ kann erst beim vierten Wort gegen einen mit „It“ verlieren.</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Coverage asks whether every source word was looked at in the translation. A coverage penalty in the search makes translations unlikely that leave out a part of the sentence. Example: without it, “red apples and green pears” may become only “red apples”.</source>
        <translation>Die Abdeckung fragt, ob jedes Quellwort in der Übersetzung angesehen wurde. Eine Abdeckungsstrafe in der Suche macht Übersetzungen unwahrscheinlich, die einen Teil des Satzes auslassen. Beispiel: Ohne sie wird aus „red apples and green pears“ vielleicht nur „rote Äpfel“.</translation>
    </message>
    <message>
        <source>Pieces of words</source>
        <translation>Teilwörter</translation>
    </message>
    <message>
        <source>The model does not read words but pieces of them (subwords): frequent words whole, rare ones in parts. So a few thousand pieces write every word. Example: “unbreakable” may be read as “un”, “break” and “able”.</source>
        <translation>Das Modell liest keine Wörter, sondern Teile davon (Teilwörter): häufige Wörter ganz, seltene in Stücken. So schreiben ein paar Tausend Teilwörter jedes Wort. Beispiel: „unzerbrechlich“ kann als „un“, „zerbrech“ und „lich“ gelesen werden.</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>The tokenizer cuts text into pieces and puts pieces together again; it is learnt from the training sentences before the model is. What it cuts off is a token. Example: a vocabulary of 8,000 means that the tokenizer knows 8,000 pieces.</source>
        <translation>Der Tokenizer zerlegt Text in Teilwörter und setzt sie wieder zusammen; er wird vor dem Modell aus den Trainingssätzen gelernt. Was er abschneidet, heißt Token. Beispiel: Ein Vokabular von 8.000 heißt, dass der Tokenizer 8.000 Teilwörter kennt.</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Bereinigung</translation>
    </message>
    <message>
        <source>Cleaning leaves out pairs that would teach the model something wrong: empty sides, lines of markup, sides of very different length. Your files stay as they are, and every pair left out is named with its reason. Example: “Yes.” beside four lines of text is probably a slipped line.</source>
        <translation>Die Bereinigung lässt Paare aus, die das Modell etwas Falsches lehren würden: leere Seiten, Zeilen aus Auszeichnung, Seiten von sehr verschiedener Länge. Ihre Dateien bleiben, wie sie sind, und jedes ausgelassene Paar wird mit seinem Grund genannt. Beispiel: „Ja.“ neben vier Zeilen Text ist wohl eine verrutschte Zeile.</translation>
    </message>
    <message>
        <source>Held-out pairs</source>
        <translation>Zurückgehaltene Paare</translation>
    </message>
    <message>
        <source>Held-out pairs are kept away from training so that they can tell what the model does with sentences it has never seen. Some serve for validation during training, the others (the test) only for a final score. Example: of 30,000 pairs, 1,000 are held out for each.</source>
        <translation>Zurückgehaltene Paare bleiben dem Training fern, damit sie sagen können, was das Modell mit Sätzen macht, die es nie gesehen hat. Ein Teil dient der Validierung während des Trainings, der andere (der Test) nur einer Endbewertung. Beispiel: Von 30.000 Paaren werden für beides je 1.000 zurückgehalten.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>A validation is a small exam in the course of training: the model translates the validation pairs, which it does not learn from. Its scores pick the best checkpoint and decide when to stop. Example: with a validation every two minutes, a run of 20 minutes has ten points on its curve.</source>
        <translation>Eine Validierung ist eine kleine Prüfung im Lauf des Trainings: Das Modell übersetzt die Validierungspaare, aus denen es nicht lernt. Ihre Werte bestimmen den besten Checkpoint und entscheiden, wann Schluss ist. Beispiel: Bei einer Validierung alle zwei Minuten hat ein Lauf von 20 Minuten zehn Punkte auf seiner Kurve.</translation>
    </message>
    <message>
        <source>TER</source>
        <translation>TER</translation>
    </message>
    <message>
        <source>TER counts how many words one would have to change, add, delete or move to get from the translation to the reference, in percent of its words. Lower is better. Example: one wrong word in a sentence of ten is a TER of 10 %.</source>
        <translation>TER zählt, wie viele Wörter man ändern, ergänzen, streichen oder verschieben müsste, um von der Übersetzung zur Referenz zu kommen, in Prozent ihrer Wörter. Niedriger ist besser. Beispiel: Ein falsches Wort in einem Satz von zehn ist eine TER von 10&#xa0;%.</translation>
    </message>
    <message>
        <source>Luck or difference (p)</source>
        <translation>Zufall oder Unterschied (p)</translation>
    </message>
    <message>
        <source>p says how often chance alone would make a difference as large as the one measured; the program draws a thousand test sets from the sentences at hand (paired bootstrap). Below 0.05 one usually speaks of a real difference. Example: p = 0.3 means that three in ten such test sets would show as much by luck.</source>
        <translation>p sagt, wie oft der Zufall allein einen so großen Unterschied machen würde wie den gemessenen; das Programm zieht tausend Tests aus den vorhandenen Sätzen (gepaarter Bootstrap). Unter 0,05 spricht man meist von einem echten Unterschied. Beispiel: p = 0,3 heißt, dass drei von zehn solchen Tests zufällig ebenso viel zeigen würden.</translation>
    </message>
    <message>
        <source>Alignment error</source>
        <translation>Alignment-Fehler</translation>
    </message>
    <message>
        <source>The alignment error rate compares where the model looks with word links made by hand, from 0 (the same) to 1 (nothing in common). It can be measured only where there are such links. Example: 0.13 means that most of the links agree.</source>
        <translation>Die Alignment-Fehlerrate vergleicht, wohin das Modell sieht, mit Wortverbindungen von Menschenhand, von 0 (gleich) bis 1 (nichts gemeinsam). Messen lässt sie sich nur, wo es solche Verbindungen gibt. Beispiel: 0,13 heißt, dass die meisten Verbindungen übereinstimmen.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>A run is one training with everything that belongs to it: the model, its settings, its curves and its tests, in one folder. It can be given away, tested, and trained further. Example: the same corpus with two sizes of model makes two runs, which can be compared.</source>
        <translation>Ein Lauf ist ein Training mit allem, was dazugehört: das Modell, seine Einstellungen, seine Kurven und seine Tests, in einem Ordner. Man kann ihn weitergeben, testen und weiter trainieren. Beispiel: Dasselbe Korpus mit zwei Modellgrößen ergibt zwei Läufe, die sich vergleichen lassen.</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>A checkpoint is the model as it was at one moment of the training, saved on the disk. The best one is used for translating, and the last one to go on after an interruption. Example: “step 1,200” is the model after it had seen 1,200 batches.</source>
        <translation>Ein Checkpoint ist das Modell, wie es in einem Augenblick des Trainings war, auf der Platte gespeichert. Der beste wird zum Übersetzen verwendet, der letzte, um nach einer Unterbrechung weiterzumachen. Beispiel: „Schritt 1.200“ ist das Modell nach 1.200 Stapeln.</translation>
    </message>
    <message>
        <source>Batch and step</source>
        <translation>Stapel und Schritt</translation>
    </message>
    <message>
        <source>The model reads a batch of pairs at a time and then changes a little; this is a step. The larger the batch, the steadier the steps, and the more memory they take. Example: with 60 pairs in a batch, 30,000 pairs are 500 steps.</source>
        <translation>Das Modell liest jeweils einen Stapel (Batch) von Paaren und ändert sich dann ein wenig; das ist ein Schritt. Je größer der Stapel, desto ruhiger die Schritte, und desto mehr Speicher brauchen sie. Beispiel: Bei 60 Paaren im Stapel sind 30.000 Paare 500 Schritte.</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Früher Abbruch</translation>
    </message>
    <message>
        <source>Early stopping ends a training when the validations have brought nothing better for a while; how long it waits is the patience. What is used afterwards is the best checkpoint, not the last. Example: best score at minute 12, no gain until minute 20: the run ends, and the model of minute 12 translates.</source>
        <translation>Der frühe Abbruch beendet ein Training, wenn die Validierungen eine Weile nichts Besseres gebracht haben; wie lange er wartet, ist die Geduld. Verwendet wird danach der beste Checkpoint, nicht der letzte. Beispiel: bester Wert in Minute 12, kein Gewinn bis Minute 20: Der Lauf endet, und das Modell von Minute 12 übersetzt.</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>Überanpassung</translation>
    </message>
    <message>
        <source>A model overfits when it learns its training sentences by heart instead of what is common to them. One sees it when the training loss goes on falling while the validation loss rises. Example: 500 pairs are soon known by heart; 50,000 are not.</source>
        <translation>Ein Modell ist überangepasst, wenn es seine Trainingssätze auswendig lernt statt dessen, was ihnen gemeinsam ist. Man sieht es daran, dass der Trainingsverlust weiter fällt, während der Validierungsverlust steigt. Beispiel: 500 Paare sind schnell auswendig gelernt, 50.000 nicht.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Dropout switches off a random part of the model in every training step, so that it cannot rely on single details. It works against overfitting: small corpora need more of it, large ones less. Example: at 0.3, three in ten units are off in each step; none are when it translates.</source>
        <translation>Dropout schaltet in jedem Trainingsschritt einen zufälligen Teil des Modells ab, damit es sich nicht auf einzelne Kleinigkeiten verlässt. Es wirkt gegen Überanpassung: Kleine Korpora brauchen mehr davon, große weniger. Beispiel: Bei 0,3 sind in jedem Schritt drei von zehn Einheiten aus, beim Übersetzen keine.</translation>
    </message>
    <message>
        <source>R-Drop</source>
        <translation>R-Drop</translation>
    </message>
    <message>
        <source>With R-Drop the model reads each batch twice, with other parts switched off by dropout, and must come to the same answer. That helps with small corpora and takes twice the time for each step. Example: alpha 5 means a strong wish for agreement; 0 switches it off.</source>
        <translation>Bei R-Drop liest das Modell jeden Stapel zweimal, wobei Dropout andere Teile abschaltet, und muss zur selben Antwort kommen. Das hilft bei kleinen Korpora und verdoppelt die Zeit für jeden Schritt. Beispiel: Alpha 5 verlangt die Übereinstimmung stark; 0 schaltet sie aus.</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Label-Smoothing</translation>
    </message>
    <message>
        <source>Label smoothing keeps the model from being too sure: in training, a small share of the target is spread over all pieces. That makes translations better and the loss of training look higher than it is. Example: at 0.1 the right piece counts for 90 %.</source>
        <translation>Label-Smoothing bewahrt das Modell davor, zu sicher zu sein: Im Training wird ein kleiner Teil des Ziels auf alle Teilwörter verteilt. Das macht Übersetzungen besser und lässt den Trainingsverlust höher aussehen, als er ist. Beispiel: Bei 0,1 zählt das richtige Teilwort zu 90&#xa0;%.</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Gradienten-Clipping</translation>
    </message>
    <message>
        <source>Gradient clipping cuts off single steps that would change the model too strongly, so that one odd batch cannot spoil what was learnt. Ordinary steps are not touched. Example: clipped at 1, a batch that pulls with 20 moves the model as if it pulled with 1.</source>
        <translation>Gradienten-Clipping begrenzt einzelne Schritte, die das Modell zu stark ändern würden, damit ein seltsamer Stapel nicht verdirbt, was gelernt wurde. Gewöhnliche Schritte bleiben unberührt. Beispiel: Bei einer Grenze von 1 bewegt ein Stapel, der mit 20 zieht, das Modell so, als zöge er mit 1.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>The parameters are the numbers that a model learns; all it knows is in them. More of them can hold more, but need more pairs and more time. Example: the smallest models here have about a million.</source>
        <translation>Die Parameter sind die Zahlen, die ein Modell lernt; alles, was es weiß, steckt in ihnen. Mehr davon können mehr fassen, brauchen aber mehr Paare und mehr Zeit. Beispiel: Die kleinsten Modelle hier haben etwa eine Million.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>1. Sentences to learn from</source>
        <extracomment>How often it is looked whether the control has moved.</extracomment>
        <translation>1. Sätze zum Lernen</translation>
    </message>
    <message>
        <source>A model learns from pairs: a sentence and its translation. A small corpus comes with the program; drop a file of your own on the window to add it.</source>
        <translation>Ein Modell lernt aus Paaren: ein Satz und seine Übersetzung. Ein kleines Korpus liegt dem Programm bei; eine eigene Datei kommt dazu, wenn Sie sie auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>2. How large, how long</source>
        <translation>2. Wie groß, wie lange</translation>
    </message>
    <message>
        <source>Every card says how long the training takes on this computer. For a first try take the smallest.</source>
        <translation>Jede Karte sagt, wie lange das Training auf diesem Computer dauert. Nehmen Sie für den ersten Versuch die kleinste.</translation>
    </message>
    <message>
        <source>3. Start</source>
        <translation>3. Starten</translation>
    </message>
    <message>
        <source>Press this and watch: curves, and sentences that get better. You can pause, stop and go on another day; nothing is lost.</source>
        <translation>Hier drücken und zusehen: Kurven und Sätze, die besser werden. Sie können pausieren, aufhören und an einem anderen Tag weitermachen; nichts geht verloren.</translation>
    </message>
    <message>
        <source>4. Translate, and see attention</source>
        <translation>4. Übersetzen und die Attention sehen</translation>
    </message>
    <message>
        <source>Type a sentence and see which words the model looked at. Two small models are there already.</source>
        <translation>Tippen Sie einen Satz, und sehen Sie, welche Wörter das Modell angesehen hat. Zwei kleine Modelle sind schon da.</translation>
    </message>
    <message>
        <source>5. Test and compare</source>
        <translation>5. Testen und vergleichen</translation>
    </message>
    <message>
        <source>Every training is kept here with its scores. The guide under Help (F1) tells the rest; this tour is there, too.</source>
        <translation>Hier bleibt jedes Training mit seinen Werten. Alles Weitere steht in der Anleitung unter Hilfe (F1); auch dieser Rundgang ist dort.</translation>
    </message>
</context>
<context>
    <name>TrainPane</name>
    <message>
        <source>Nothing trains yet</source>
        <extracomment>Interrupted runs the person did not want to continue, and when each was interrupted.</extracomment>
        <translation>Noch kein Training</translation>
    </message>
    <message>
        <source>Choose a corpus and a model on the left and press Start. You will see the loss fall, sample translations get better, and you can translate with the model while it is still learning.

Without sentences of your own, try the sample corpus first: the smallest model takes a few minutes.</source>
        <translation>Links ein Korpus und ein Modell wählen und auf Starten drücken. Dann ist zu sehen, wie der Verlust sinkt und die Beispielübersetzungen besser werden; übersetzen lässt sich mit dem Modell schon, während es noch lernt.

Ohne eigene Sätze am besten zuerst das Beispielkorpus probieren: Das kleinste Modell braucht wenige Minuten.</translation>
    </message>
    <message>
        <source>&amp;Try the sample corpus</source>
        <translation>&amp;Beispielkorpus probieren</translation>
    </message>
    <message>
        <source>Train the smallest model on the built-in English and French sentences</source>
        <translation>Das kleinste Modell mit den mitgelieferten englischen und französischen Sätzen trainieren</translation>
    </message>
    <message>
        <source>&amp;Import my own sentences…</source>
        <translation>&amp;Eigene Sätze importieren…</translation>
    </message>
    <message>
        <source>TMX, tables, PO, XLIFF, two text files and others</source>
        <translation>TMX, Tabellen, PO, XLIFF, zwei Textdateien und andere</translation>
    </message>
    <message>
        <source>“{run}” waits in the queue as number {number}.</source>
        <translation>„{run}“ wartet als Nummer {number} in der Warteschlange.</translation>
    </message>
    <message>
        <source>The training of “{run}” failed.</source>
        <translation>Das Training von „{run}“ ist gescheitert.</translation>
    </message>
    <message>
        <source>The training of “{run}” is finished.</source>
        <translation>Das Training von „{run}“ ist fertig.</translation>
    </message>
    <message>
        <source>&amp;Translate with it</source>
        <translation>Damit übe&amp;rsetzen</translation>
    </message>
    <message>
        <source>Another run can be watched when this training is over.</source>
        <translation>Ein anderer Lauf lässt sich ansehen, wenn dieses Training vorbei ist.</translation>
    </message>
    <message>
        <source>The sample corpus is not part of this installation.</source>
        <translation>Das Beispielkorpus ist nicht Teil dieser Installation.</translation>
    </message>
    <message>
        <source>“{run}” was interrupted at step {step}. It can go on from its last checkpoint.</source>
        <translation>„{run}“ wurde bei Schritt {step} unterbrochen. Er kann von seinem letzten Checkpoint aus weitergehen.</translation>
    </message>
    <message>
        <source>“{run}” was interrupted before its first checkpoint. It can be started again.</source>
        <translation>„{run}“ wurde vor seinem ersten Checkpoint unterbrochen. Er kann neu gestartet werden.</translation>
    </message>
    <message>
        <source>&amp;Continue the interrupted run</source>
        <translation>Unterbrochenen Lauf &amp;fortsetzen</translation>
    </message>
    <message>
        <source>“{run}” trains or waits already.</source>
        <translation>„{run}“ trainiert oder wartet schon.</translation>
    </message>
</context>
<context>
    <name>TrainingPairsPage</name>
    <message>
        <source>The whole sentence, by what the encoder makes of it, or one piece of the translation, by the state of the decoder that it was written from.</source>
        <translation>Der ganze Satz, nach dem, was der Encoder daraus macht, oder ein Stück der Übersetzung, nach dem Zustand des Decoders, aus dem es geschrieben wurde.</translation>
    </message>
    <message>
        <source>What is looked for</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <source>Near to</source>
        <translation>Nahe bei</translation>
    </message>
    <message>
        <source>The training pairs were not read with this checkpoint yet</source>
        <translation>Die Trainingspaare wurden mit diesem Checkpoint noch nicht gelesen</translation>
    </message>
    <message>
        <source>The model reads its training pairs once, and what it makes of them is kept beside the run. That takes from seconds to some minutes.</source>
        <translation>Das Modell liest seine Trainingspaare einmal, und was es daraus macht, liegt danach beim Lauf. Das dauert Sekunden bis einige Minuten.</translation>
    </message>
    <message>
        <source>Read the training pairs with this checkpoint, in the background</source>
        <translation>Die Trainingspaare mit diesem Checkpoint im Hintergrund lesen</translation>
    </message>
    <message>
        <source>Read the training pairs</source>
        <translation>Trainingspaare lesen</translation>
    </message>
    <message>
        <source>Training pairs</source>
        <translation>Trainingspaare</translation>
    </message>
    <message>
        <source>The training pairs that this sentence, or a word of its translation, reminds the model of</source>
        <translation>Die Trainingspaare, an die dieser Satz oder ein Wort seiner Übersetzung das Modell erinnert</translation>
    </message>
    <message>
        <source>The whole sentence</source>
        <translation>Der ganze Satz</translation>
    </message>
    <message>
        <source>{kept} of {total} training pairs; words that are the same are marked.</source>
        <translation>{kept} von {total} Trainingspaaren; gleiche Wörter sind markiert.</translation>
    </message>
    <message>
        <source>The end of the sentence</source>
        <translation>Das Satzende</translation>
    </message>
    <message>
        <source>Reading the training pairs of “{run}”</source>
        <translation>Trainingspaare von „{run}“ werden gelesen</translation>
    </message>
</context>
<context>
    <name>TranslateEmpty</name>
    <message>
        <source>Train a model</source>
        <translation>Ein Modell trainieren</translation>
    </message>
    <message>
        <source>Go to the train pane; the built-in corpus gives a model in minutes</source>
        <translation>Zum Bereich „Trainieren“; das mitgelieferte Korpus ergibt in Minuten ein Modell</translation>
    </message>
    <message>
        <source>Open a run folder…</source>
        <translation>Laufordner öffnen…</translation>
    </message>
    <message>
        <source>A run copied from another computer works as it is</source>
        <translation>Ein von einem anderen Computer kopierter Lauf geht so, wie er ist</translation>
    </message>
    <message>
        <source>The model is still learning its first words</source>
        <translation>Das Modell lernt noch seine ersten Wörter</translation>
    </message>
    <message>
        <source>You can translate with it while it trains: this opens by itself as soon as the first checkpoint is saved, usually after the first validation.</source>
        <translation>Schon während des Trainings lässt sich damit übersetzen: Dies öffnet sich von selbst, sobald der erste Checkpoint gespeichert ist, meist nach der ersten Validierung.</translation>
    </message>
    <message>
        <source>Translate with a model of your own</source>
        <translation>Mit einem eigenen Modell übersetzen</translation>
    </message>
    <message>
        <source>Train one first: a small model on the built-in sentences takes a few minutes. Then type here, and see for each word of the translation which words of the text the model looked at.</source>
        <translation>Zuerst eines trainieren: Ein kleines Modell mit den mitgelieferten Sätzen braucht wenige Minuten. Danach hier tippen und bei jedem Wort der Übersetzung sehen, welche Wörter des Textes das Modell ansah.</translation>
    </message>
    <message>
        <source>Open a run folder</source>
        <translation>Einen Laufordner öffnen</translation>
    </message>
</context>
<context>
    <name>TranslateOutput</name>
    <message>
        <source>The translation is on the clipboard.</source>
        <translation>Die Übersetzung liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>“{file}” has to wait: another file is being translated. Drop it again when that is done.</source>
        <translation>„{file}“ muss warten: Eine andere Datei wird gerade übersetzt. Legen Sie die Datei danach noch einmal ab.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>A file was translated.</source>
        <translation>Eine Datei wurde übersetzt.</translation>
    </message>
    <message>
        <source>A file was not translated to its end.</source>
        <translation>Eine Datei wurde nicht bis zum Ende übersetzt.</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Gespeichert als {path}.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>This could not be saved: {error}</source>
        <translation>Dies konnte nicht gespeichert werden: {error}</translation>
    </message>
</context>
<context>
    <name>TranslatePane</name>
    <message>
        <source>This could not be translated:</source>
        <extracomment>From the last key to the request. How often a long text is filled in while its sentences come. How long what belongs to another text or model may still be looked at while its successor is made. A text longer than this is not remembered for the next start.</extracomment>
        <translation>Dies konnte nicht übersetzt werden:</translation>
    </message>
    <message>
        <source>{run}, step {step}</source>
        <translation>{run}, Schritt {step}</translation>
    </message>
</context>
<context>
    <name>TranslationView</name>
    <message>
        <source>Source</source>
        <extracomment>Height of the letters&apos; line box in sentences at the usual text size. Letters beside each other from which a button has room for its words besides its picture.</extracomment>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>There is no model that translates back. Train one with the languages the other way round.</source>
        <translation>Es gibt kein Modell, das zurückübersetzt. Trainieren Sie eines mit vertauschten Sprachen.</translation>
    </message>
    <message>
        <source>Translate back with “{model}”: the translation becomes the text</source>
        <translation>Mit „{model}“ zurückübersetzen: Die Übersetzung wird zum Text</translation>
    </message>
    <message>
        <source>Swap the languages</source>
        <translation>Sprachen tauschen</translation>
    </message>
    <message>
        <source>Type or paste text here. It is translated as you type.</source>
        <translation>Text hier tippen oder einfügen. Er wird beim Tippen übersetzt.</translation>
    </message>
    <message>
        <source>The translation appears here.</source>
        <translation>Hier erscheint die Übersetzung.</translation>
    </message>
    <message>
        <source>What else the search found, best first, each with its score and its picture</source>
        <translation>Was die Suche sonst fand, das Beste zuerst, jedes mit Bewertung und Bild</translation>
    </message>
    <message>
        <source>Other translations</source>
        <translation>Andere Übersetzungen</translation>
    </message>
    <message>
        <source>Translate a file…</source>
        <translation>Datei übersetzen…</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Nothing fixed: click a word of the translation to choose another</source>
        <translation>Nichts festgelegt: ein Klick auf ein Wort der Übersetzung lässt ein anderes wählen</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Text to translate</source>
        <translation>Zu übersetzender Text</translation>
    </message>
    <message>
        <source>Copy the translation</source>
        <translation>Übersetzung kopieren</translation>
    </message>
    <message>
        <source>Copy the whole translation (Ctrl+Shift+C)</source>
        <translation>Die ganze Übersetzung kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>Text leeren</translation>
    </message>
    <message>
        <source>Empty the text to type another</source>
        <translation>Den Text leeren, um einen anderen zu tippen</translation>
    </message>
    <message>
        <source>Translate a file</source>
        <translation>Eine Datei übersetzen</translation>
    </message>
    <message>
        <source>Translate a text file, one sentence a line, with progress, pause and what is done kept</source>
        <translation>Eine Textdatei übersetzen, ein Satz je Zeile, mit Fortschritt und Pause; Fertiges bleibt</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Show or hide other translations, the sentence through training, and the search settings</source>
        <translation>Andere Übersetzungen, den Satz im Lauf des Trainings und die Sucheinstellungen zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Beginning of the translation</source>
        <translation>Anfang der Übersetzung</translation>
    </message>
    <message>
        <source>What if the translation began like this? Type the first words; the model goes on from them.</source>
        <translation>Was, wenn die Übersetzung so begänne? Die ersten Wörter tippen; das Modell macht von dort weiter.</translation>
    </message>
    <message>
        <source>Let go of the fixed beginning</source>
        <translation>Den festgelegten Anfang freigeben</translation>
    </message>
    <message>
        <source>Let the model choose the beginning itself again</source>
        <translation>Das Modell den Anfang wieder selbst wählen lassen</translation>
    </message>
    <message>
        <source>Views on the sentence</source>
        <translation>Ansichten des Satzes</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alignment</translation>
    </message>
    <message>
        <source>What each word of the translation looked at, and what it hangs on</source>
        <translation>Was jedes Wort der Übersetzung angesehen hat, und woran es hängt</translation>
    </message>
    <message>
        <source>Other translations the search found, best first</source>
        <translation>Andere Übersetzungen, die die Suche fand, die beste zuerst</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>The selected sentence at each checkpoint of this run</source>
        <translation>Der gewählte Satz bei jedem Checkpoint dieses Laufs</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Beam, penalties, sampling</source>
        <translation>Beam, Strafen, Ziehen</translation>
    </message>
    <message>
        <source>Other translations, training, search settings</source>
        <translation>Andere Übersetzungen, Training, Sucheinstellungen</translation>
    </message>
</context>
<context>
    <name>WeightView</name>
    <message>
        <source>Attention that can be changed</source>
        <extracomment>How much a key changes a weight.</extracomment>
        <translation>Aufmerksamkeit, die sich ändern lässt</translation>
    </message>
</context>
<context>
    <name>WhatIfPage</name>
    <message>
        <source>Let go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Take the change back: the piece looks where it looked by itself</source>
        <translation>Die Änderung zurücknehmen: Das Stück schaut wieder dorthin, wohin es von selbst schaute</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>How much of its attention the piece gives to the source piece of the cell chosen</source>
        <translation>Wie viel seiner Aufmerksamkeit das Stück dem Quellstück der gewählten Zelle gibt</translation>
    </message>
    <message>
        <source>Drag a cell along its row to give its weight to another source piece, or press M; + and − change it</source>
        <translation>Ziehen Sie eine Zelle in ihrer Zeile, um ihr Gewicht einem anderen Quellstück zu geben, oder drücken Sie M; + und − ändern es</translation>
    </message>
    <message>
        <source>The translation after the change</source>
        <translation>Die Übersetzung nach der Änderung</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Let one piece of the translation look elsewhere, and see how it goes on from there</source>
        <translation>Lassen Sie ein Stück der Übersetzung woandershin schauen, und sehen Sie, wie sie von dort weitergeht</translation>
    </message>
    <message>
        <source>Choose a cell: a piece of the translation and where it looks.</source>
        <translation>Wählen Sie eine Zelle: ein Stück der Übersetzung und wohin es schaut.</translation>
    </message>
    <message>
        <source>{share} of the attention of {target} goes to {source}</source>
        <translation>{share} der Aufmerksamkeit von {target} gehen an {source}</translation>
    </message>
    <message>
        <source>That translation was drawn at random or changed after the search. This is what the search finds.</source>
        <translation>Jene Übersetzung wurde zufällig gezogen oder nach der Suche geändert. Dies ist, was die Suche findet.</translation>
    </message>
    <message>
        <source>Choose a cell and change its weight, or drag it along its row. The piece decides anew, and what comes after it as well; all other pieces look where they want.</source>
        <translation>Wählen Sie eine Zelle und ändern Sie ihr Gewicht, oder ziehen Sie sie in ihrer Zeile. Über das Stück wird neu entschieden, und über alles danach; alle anderen Stücke schauen, wohin sie wollen.</translation>
    </message>
    <message>
        <source>The translation stays the same.</source>
        <translation>Die Übersetzung bleibt dieselbe.</translation>
    </message>
    <message>
        <source>The translation becomes another one; what differs is marked.</source>
        <translation>Die Übersetzung wird eine andere; was sich unterscheidet, ist markiert.</translation>
    </message>
    <message>
        <source>“Before” is what the search finds when all of its beam goes on from this piece.</source>
        <translation>„Vorher“ ist, was die Suche findet, wenn ihr ganzer Beam von diesem Stück aus weitergeht.</translation>
    </message>
</context>
<context>
    <name>WordMapPage</name>
    <message>
        <source>Embeddings of</source>
        <translation>Einbettungen von</translation>
    </message>
    <message>
        <source>Near to</source>
        <translation>Nahe bei</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Each side has embeddings of its own, unless the model shares them.</source>
        <translation>Jede Seite hat eigene Einbettungen, sofern das Modell sie nicht teilt.</translation>
    </message>
    <message>
        <source>Whose embeddings</source>
        <translation>Wessen Einbettungen</translation>
    </message>
    <message>
        <source>Type a word and press Enter; a word of several pieces lies at their mean.</source>
        <translation>Ein Wort tippen und Enter drücken; ein Wort aus mehreren Stücken liegt in deren Mitte.</translation>
    </message>
    <message>
        <source>Word to look around</source>
        <translation>Wort, um das herum gesucht wird</translation>
    </message>
    <message>
        <source>Map of words</source>
        <translation>Karte der Wörter</translation>
    </message>
    <message>
        <source>Nearest first, by the cosine of the embeddings. Enter or a double click looks around from there.</source>
        <translation>Die nächsten zuerst, nach dem Kosinus der Einbettungen. Enter oder ein Doppelklick sucht von dort weiter.</translation>
    </message>
    <message>
        <source>Nearest words</source>
        <translation>Nächste Wörter</translation>
    </message>
    <message>
        <source>Word map</source>
        <translation>Wortkarte</translation>
    </message>
    <message>
        <source>Where the model’s words lie: frequent words, and those of the sentence, by their embeddings</source>
        <translation>Wo die Wörter des Modells liegen: häufige und die des Satzes, nach ihren Einbettungen</translation>
    </message>
    <message>
        <source>Two principal directions of {count} words; they show {share} of the differences between them. Words of the sentence stand out.</source>
        <translation>Zwei Hauptrichtungen von {count} Wörtern; sie zeigen {share} der Unterschiede zwischen ihnen. Die Wörter des Satzes sind hervorgehoben.</translation>
    </message>
    <message>
        <source>Near to “{word}”</source>
        <translation>Nahe bei „{word}“</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Preparing the corpus</source>
        <translation>Korpus wird vorbereitet</translation>
    </message>
    <message>
        <source>Building the model</source>
        <translation>Modell wird aufgebaut</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training läuft</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>Validierung läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichert</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped and kept</source>
        <translation>Gestoppt und behalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <source>Time left: not known yet</source>
        <translation>Restzeit: noch nicht bekannt</translation>
    </message>
    <message>
        <source>about {time} left (estimate)</source>
        <translation>noch etwa {time} (Schätzung)</translation>
    </message>
    <message>
        <source>at most {time} left</source>
        <translation>noch höchstens {time}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>Nothing is training</source>
        <translation>Kein Training läuft</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Stop translating</source>
        <extracomment>Work that lasts so long can be stopped by a button; for less it would only flicker.</extracomment>
        <translation>Übersetzen anhalten</translation>
    </message>
    <message>
        <source>Stop at the next step; what is translated stays (Esc)</source>
        <translation>Beim nächsten Schritt anhalten; was übersetzt ist, bleibt (Esc)</translation>
    </message>
    <message>
        <source>Go on translating</source>
        <translation>Weiter übersetzen</translation>
    </message>
    <message>
        <source>Translate what is missing</source>
        <translation>Übersetzen, was fehlt</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>Modell wird geöffnet…</translation>
    </message>
    <message>
        <source>Translating, {done} of {total}</source>
        <translation>Übersetzen, {done} von {total}</translation>
    </message>
    <message>
        <source>Translating…</source>
        <translation>Übersetzen…</translation>
    </message>
    <message>
        <source>Stopped, {done} of {total} translated</source>
        <translation>Angehalten, {done} von {total} übersetzt</translation>
    </message>
    <message>
        <source>Not translated</source>
        <translation>Nicht übersetzt</translation>
    </message>
    <message>
        <source>sampled</source>
        <translation>zufällig gezogen</translation>
    </message>
    <message>
        <source>beam {size}</source>
        <translation>Beam {size}</translation>
    </message>
    <message>
        <source>{time} ms, {how}, {device}</source>
        <translation>{time} ms, {how}, {device}</translation>
    </message>
</context>
<context>
    <name>_Bubble</name>
    <message>
        <source>Tour, {number} of {total}</source>
        <translation>Rundgang, {number} von {total}</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>End the tour (Esc); Help calls it again</source>
        <translation>Den Rundgang beenden (Esc); über Hilfe kommt er wieder</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The bubble before (left arrow)</source>
        <translation>Die vorige Sprechblase (Pfeil links)</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Den Rundgang beenden</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>The next bubble (right arrow)</source>
        <translation>Die nächste Sprechblase (Pfeil rechts)</translation>
    </message>
</context>
<context>
    <name>_Naming</name>
    <message>
        <source>Letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;; runs will refer to the corpus by this name</source>
        <translation>Buchstaben, Ziffern, „-“, „_“ und „.“; Läufe nennen das Korpus bei diesem Namen</translation>
    </message>
    <message>
        <source>Name of the corpus</source>
        <translation>Name des Korpus</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie ihm einen Namen.</translation>
    </message>
    <message>
        <source>This name is not possible: {reason}.</source>
        <translation>Dieser Name geht nicht: {reason}.</translation>
    </message>
    <message>
        <source>There is a corpus of that name already.</source>
        <translation>Es gibt schon ein Korpus dieses Namens.</translation>
    </message>
</context>
</TS>
