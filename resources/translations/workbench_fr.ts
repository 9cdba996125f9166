<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Entraînement</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>Choose files with sentence pairs: TMX, tables, two text files and others</source>
        <translation>Choisir des fichiers de paires de phrases&#xa0;: TMX, tableaux, deux fichiers texte et autres</translation>
    </message>
    <message>
        <source>&amp;Import a corpus…</source>
        <translation>&amp;Importer un corpus…</translation>
    </message>
    <message>
        <source>Open a run folder, also one copied from another computer or still being written</source>
        <translation>Ouvrir le dossier d’un essai, même copié d’un autre ordinateur ou encore en cours d’écriture</translation>
    </message>
    <message>
        <source>Open a &amp;run folder…</source>
        <translation>Ouvrir le dossier d’un &amp;essai…</translation>
    </message>
    <message>
        <source>Open the folder where runs are kept</source>
        <translation>Ouvrir le dossier où les essais sont conservés</translation>
    </message>
    <message>
        <source>Show the runs&apos; f&amp;older</source>
        <translation>Afficher le &amp;dossier des essais</translation>
    </message>
    <message>
        <source>Close the program; a running training is asked about first</source>
        <translation>Fermer le programme&#xa0;; une question est posée si un entraînement est en cours</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Start training with what is chosen in the train pane, or queue it</source>
        <translation>Démarrer l’entraînement choisi dans le volet Entraîner, ou le mettre en attente</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>Hold the run after the batch under way, or let it go on</source>
        <translation>Suspendre l’essai après le lot en cours, ou le laisser continuer</translation>
    </message>
    <message>
        <source>&amp;Pause or resume</source>
        <translation>&amp;Pause ou reprise</translation>
    </message>
    <message>
        <source>Measure BLEU and chrF on the validation sentences now</source>
        <translation>Mesurer BLEU et chrF sur les phrases de validation maintenant</translation>
    </message>
    <message>
        <source>&amp;Evaluate now</source>
        <translation>É&amp;valuer maintenant</translation>
    </message>
    <message>
        <source>End the run and keep what it has learnt</source>
        <translation>Terminer l’essai et garder ce qu’il a appris</translation>
    </message>
    <message>
        <source>S&amp;top and keep</source>
        <translation>&amp;Arrêter et garder</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Entraîner</translation>
    </message>
    <message>
        <source>T&amp;ranslate</source>
        <translation>&amp;Traduire</translation>
    </message>
    <message>
        <source>&amp;Corpora</source>
        <translation>&amp;Corpus</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>E&amp;ssais</translation>
    </message>
    <message>
        <source>Larger text everywhere</source>
        <translation>Un texte plus grand partout</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texte p&amp;lus grand</translation>
    </message>
    <message>
        <source>Smaller text everywhere</source>
        <translation>Un texte plus petit partout</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texte plus &amp;petit</translation>
    </message>
    <message>
        <source>Text in its normal size</source>
        <translation>Le texte à sa taille normale</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>Taille &amp;normale</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>Som&amp;bre</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>Appa&amp;rence</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Comme le s&amp;ystème</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Lan&amp;gue</translation>
    </message>
    <message>
        <source>Use the whole screen, or go back</source>
        <translation>Occuper tout l’écran, ou revenir</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Ple&amp;in écran</translation>
    </message>
    <message>
        <source>Six pages with pictures, and a glossary of the words that the window uses</source>
        <translation>Six pages avec des images, et un glossaire des mots que la fenêtre emploie</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>Five bubbles that show where things are</source>
        <translation>Cinq bulles qui montrent où sont les choses</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;Visite de la fenêtre</translation>
    </message>
    <message>
        <source>All keyboard shortcuts on one page</source>
        <translation>Tous les raccourcis clavier sur une page</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>À &amp;propos</translation>
    </message>
    <message>
        <source>Versions and licence</source>
        <translation>Versions et licence</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Links the words of sentences of the run in every way, and compares that with gold links, where there are any, and with a statistical aligner, which is trained on the run’s own training pairs in the background. This takes from seconds to some minutes.</source>
        <translation>Relie les mots de phrases de l’essai de toutes les façons, et compare avec les liens de référence, s’il y en a, et avec un aligneur statistique entraîné en arrière-plan sur les paires d’entraînement de l’essai. Cela prend de quelques secondes à quelques minutes.</translation>
    </message>
    <message>
        <source>Compare the links</source>
        <translation>Comparer les liens</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>How far the attention agrees with a statistical aligner that knows nothing of this model, and where the two part</source>
        <translation>Dans quelle mesure l’attention s’accorde avec un aligneur statistique qui ne sait rien de ce modèle, et où les deux divergent</translation>
    </message>
    <message>
        <source>Comparing the links of “{run}”</source>
        <translation>Comparaison des liens de «&#xa0;{run}&#xa0;»</translation>
    </message>
    <message>
        <source>{one} / {other}: they part in {count} of {total} sentences</source>
        <translation>{one} / {other}&#xa0;: divergence dans {count} phrases sur {total}</translation>
    </message>
    <message>
        <source>What is left out and the gradient can be compared with gold links and the aligner.</source>
        <translation>L’omission et le gradient peuvent être comparés aux liens de référence et à l’aligneur.</translation>
    </message>
    <message>
        <source>This model has no attention</source>
        <translation>Ce modèle n’a pas d’attention</translation>
    </message>
    <message>
        <source>A statistical aligner links the words that stand together in the training pairs, without this model. Where it and the attention part, the attention is no guide to which words belong together.</source>
        <translation>Un aligneur statistique relie les mots qui vont ensemble dans les paires d’entraînement, sans ce modèle. Là où l’attention et lui divergent, l’attention ne dit pas quels mots vont ensemble.</translation>
    </message>
    <message>
        <source>Attention and aligner were not compared yet</source>
        <translation>L’attention et l’aligneur n’ont pas encore été comparés</translation>
    </message>
    <message>
        <source>Error rate of this sentence: {share}</source>
        <translation>Taux d’erreur de cette phrase&#xa0;: {share}</translation>
    </message>
    <message>
        <source>Linked by the aligner alone: {links}</source>
        <translation>Reliés par l’aligneur seul&#xa0;: {links}</translation>
    </message>
    <message>
        <source>Linked by the attention alone: {links}</source>
        <translation>Reliés par l’attention seule&#xa0;: {links}</translation>
    </message>
    <message>
        <source>Attention and aligner agree on this sentence</source>
        <translation>L’attention et l’aligneur s’accordent sur cette phrase</translation>
    </message>
    <message>
        <source>Attention and aligner part in this sentence</source>
        <translation>L’attention et l’aligneur divergent dans cette phrase</translation>
    </message>
    <message>
        <source>Gold links</source>
        <translation>Liens de référence</translation>
    </message>
    <message>
        <source>Statistical aligner</source>
        <translation>Aligneur statistique</translation>
    </message>
    <message>
        <source>Error rate against</source>
        <translation>Taux d’erreur par rapport à</translation>
    </message>
    <message>
        <source>Alignment error rate (Och and Ney 2003): 0 % where both link the very same words, 100 % where they share no link. Left out: a word is linked with the words of the source without which it would lose most. Gradient: with those that it is most sensitive to. Two that part are not both right, and neither says why the model chose a word.</source>
        <translation>Taux d’erreur d’alignement (Och et Ney 2003)&#xa0;: 0&#xa0;% quand les deux relient exactement les mêmes mots, 100&#xa0;% quand ils n’ont aucun lien commun. Omission&#xa0;: un mot est relié aux mots de la source sans lesquels il perdrait le plus. Gradient&#xa0;: à ceux auxquels il est le plus sensible. Deux façons qui divergent n’ont pas toutes deux raison, et aucune ne dit pourquoi le modèle a choisi un mot.</translation>
    </message>
</context>
<context>
    <name>AlignmentDrawing</name>
    <message>
        <source>This model has no attention: it squeezes the whole sentence into one vector, so there is nothing that says which source word a target word came from.</source>
        <extracomment>Gap between words and room inside a token, as wide as there is space for. Between the rows of a side, besides the numbers; and the size of text in them. Partners from this weight on get their number, and from that one on are coloured. How much of its height a link goes straight down at its ends, and how near the mouse must be to it.</extracomment>
        <translation>Ce modèle n’a pas d’attention&#xa0;: il condense toute la phrase en un seul vecteur, et rien ne dit de quel mot source vient un mot cible.</translation>
    </message>
</context>
<context>
    <name>AlignmentView</name>
    <message>
        <source>Alignment</source>
        <translation>Alignement</translation>
    </message>
</context>
<context>
    <name>AlternativesPopup</name>
    <message>
        <source>Alternatives</source>
        <translation>Autres possibilités</translation>
    </message>
    <message>
        <source>After “{text}”</source>
        <translation>Après «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>Au début</translation>
    </message>
    <message>
        <source>None were kept: see “Alternatives” under Search.</source>
        <translation>Aucune n’a été gardée&#xa0;: voir «&#xa0;Autres possibilités&#xa0;» sous Recherche.</translation>
    </message>
    <message>
        <source>Pick one: the translation goes on from it.</source>
        <translation>Choisissez-en une&#xa0;: la traduction continue à partir de là.</translation>
    </message>
    <message>
        <source>Percentages are of the first piece alone; the word has {count}.</source>
        <translation>Les pourcentages ne concernent que le premier morceau&#xa0;; le mot en a {count}.</translation>
    </message>
    <message>
        <source>(end of sentence)</source>
        <translation>(fin de phrase)</translation>
    </message>
</context>
<context>
    <name>BeamTreePage</name>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>Écartés</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Probability of the piece</source>
        <translation>Probabilité du morceau</translation>
    </message>
    <message>
        <source>How undecided the model was after it</source>
        <translation>Hésitation du modèle pour la suite</translation>
    </message>
    <message>
        <source>Place among the model&apos;s choices</source>
        <translation>Rang parmi les choix du modèle</translation>
    </message>
    <message>
        <source>Part of the step&apos;s probability</source>
        <translation>Part de la probabilité de l’étape</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>the best three of a step</source>
        <translation>les trois meilleurs d’une étape</translation>
    </message>
    <message>
        <source>all, up to 200 of a step</source>
        <translation>tous, jusqu’à 200 par étape</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>What the colours of the words mean</source>
        <translation>Ce que signifient les couleurs des mots</translation>
    </message>
    <message>
        <source>How many of the continuations that the search did not take are drawn, pale</source>
        <translation>Combien de suites non retenues par la recherche sont dessinées, en pâle</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>Draw another search below this one: with another beam, by another checkpoint or another run between the same languages, or of another sentence</source>
        <translation>Dessiner en dessous une autre recherche&#xa0;: avec un autre faisceau, d’un autre point de contrôle ou d’un autre essai entre les mêmes langues, ou d’une autre phrase</translation>
    </message>
    <message>
        <source>The sentence whose search is drawn below; Enter searches</source>
        <translation>La phrase dont la recherche est dessinée en dessous&#xa0;; Entrée lance la recherche</translation>
    </message>
    <message>
        <source>Sentence to compare with</source>
        <translation>Phrase à comparer</translation>
    </message>
    <message>
        <source>Another sentence</source>
        <translation>Une autre phrase</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Étape précédente</translation>
    </message>
    <message>
        <source>Take the last step of the search away (Page Up)</source>
        <translation>Retirer la dernière étape de la recherche (Page précédente)</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>Étape suivante</translation>
    </message>
    <message>
        <source>Show the next step of the search (Page Down)</source>
        <translation>Montrer l’étape suivante de la recherche (Page suivante)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Make the whole tree visible (0); Ctrl and the wheel, + and − zoom</source>
        <translation>Rendre tout l’arbre visible (0)&#xa0;; Ctrl et la molette, + et − changent la taille</translation>
    </message>
    <message>
        <source>Step of the search</source>
        <translation>Étape de la recherche</translation>
    </message>
    <message>
        <source>The tree as it was after this step</source>
        <translation>L’arbre tel qu’il était après cette étape</translation>
    </message>
    <message>
        <source>Search tree</source>
        <translation>Arbre de recherche</translation>
    </message>
    <message>
        <source>Every beginning of a translation that the search considered, step by step, and what became of it</source>
        <translation>Chaque début de traduction que la recherche a envisagé, étape par étape, et ce qu’il est devenu</translation>
    </message>
    <message>
        <source>a beam of {number}</source>
        <translation>un faisceau de {number}</translation>
    </message>
    <message>
        <source>checkpoint {step}</source>
        <translation>point de contrôle {step}</translation>
    </message>
    <message>
        <source>the run {run}</source>
        <translation>l’essai {run}</translation>
    </message>
    <message>
        <source>another sentence</source>
        <translation>une autre phrase</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Étape {step} sur {steps}</translation>
    </message>
    <message>
        <source>Click a word: the translation goes on from there.</source>
        <translation>Cliquez sur un mot&#xa0;: la traduction continue à partir de là.</translation>
    </message>
    <message>
        <source>The translation shown is drawn at random; this is the search without it.</source>
        <translation>La traduction affichée est tirée au hasard&#xa0;; voici la recherche sans tirage.</translation>
    </message>
    <message>
        <source>Both searches find the same translation.</source>
        <translation>Les deux recherches trouvent la même traduction.</translation>
    </message>
    <message>
        <source>Both searches find the same translation, in other pieces.</source>
        <translation>Les deux recherches trouvent la même traduction, découpée autrement.</translation>
    </message>
    <message>
        <source>The translations part at step {step}, at the dashed line.</source>
        <translation>Les traductions se séparent à l’étape {step}, à la ligne en tirets.</translation>
    </message>
</context>
<context>
    <name>BeamTreeView</name>
    <message>
        <source>Search tree</source>
        <extracomment>How small and how large the tree is drawn.</extracomment>
        <translation>Arbre de recherche</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>Each dot is a sentence with a known translation: what was projected, and its true chrF. Large dots are the means of tenths; on the diagonal the projection is right. The line is the sentence in sight.</source>
        <translation>Chaque point est une phrase dont la traduction est connue&#xa0;: ce qui était prévu, et son chrF réel. Les grands points sont les moyennes des dixièmes&#xa0;; sur la diagonale, la prévision est juste. Le trait est la phrase affichée.</translation>
    </message>
    <message>
        <source>Projected and true chrF</source>
        <translation>chrF prévu et réel</translation>
    </message>
    <message>
        <source>projected chrF</source>
        <translation>chrF prévu</translation>
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
        <translation>Cliquez sur un titre pour trier, sur une phrase pour l’ouvrir dans le volet de traduction</translation>
    </message>
    <message>
        <source>Tested sentences and their measures</source>
        <translation>Phrases testées et leurs mesures</translation>
    </message>
    <message>
        <source>One file for any browser, without a network: all of this with pictures of the worst sentences</source>
        <translation>Un seul fichier pour tout navigateur, sans réseau&#xa0;: tout cela avec des images des pires phrases</translation>
    </message>
    <message>
        <source>&amp;Save as a page…</source>
        <translation>&amp;Enregistrer comme page…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Fermer cette fenêtre</translation>
    </message>
    <message>
        <source>About this test</source>
        <translation>À propos de ce test</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>Sorted by any score or measure</source>
        <translation>Triées selon n’importe quel score ou mesure</translation>
    </message>
    <message>
        <source>Where it fails</source>
        <translation>Où cela échoue</translation>
    </message>
    <message>
        <source>By length, by what was seen in training, with lists</source>
        <translation>Selon la longueur, selon ce qui a été vu à l’entraînement, avec des listes</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Fiabilité</translation>
    </message>
    <message>
        <source>How well the projections fit this test set</source>
        <translation>À quel point les prévisions conviennent à ce jeu de test</translation>
    </message>
    <message>
        <source>Nothing is projected for this run.</source>
        <translation>Rien n’est prévu pour cet essai.</translation>
    </message>
    <message>
        <source>Kendall’s tau of projected and true chrF: {tau}. Of the {marked} sentences projected worst, {found} are in the worst quarter ({worst} sentences).</source>
        <translation>Tau de Kendall entre chrF prévu et réel&#xa0;: {tau}. Des {marked} phrases prévues les pires, {found} sont dans le pire quart ({worst} phrases).</translation>
    </message>
    <message>
        <source>By words of the source</source>
        <translation>Selon les mots de la source</translation>
    </message>
    <message>
        <source>By how often the rarest source word was seen in training</source>
        <translation>Selon la fréquence du mot source le plus rare à l’entraînement</translation>
    </message>
    <message>
        <source>By source words never seen in training</source>
        <translation>Selon les mots source jamais vus à l’entraînement</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Répété</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Omis</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Les pires</translation>
    </message>
    <message>
        <source>Save as a page</source>
        <translation>Enregistrer comme page</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Enregistré sous {path}.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Point de contrôle</translation>
    </message>
    <message>
        <source>Beam</source>
        <translation>Faisceau</translation>
    </message>
    <message>
        <source>Both models over a whole test set, and where they part most, instead of one sentence</source>
        <translation>Les deux modèles sur tout un jeu de test, et où ils divergent le plus, au lieu d’une phrase</translation>
    </message>
    <message>
        <source>Over a test set</source>
        <translation>Sur un jeu de test</translation>
    </message>
    <message>
        <source>A run between the same languages; the model in use is above, this one below.</source>
        <translation>Un essai entre les mêmes langues&#xa0;; le modèle utilisé est en haut, celui-ci en bas.</translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation>Essai de comparaison</translation>
    </message>
    <message>
        <source>Another checkpoint shows what the training between them changed.</source>
        <translation>Un autre point de contrôle montre ce que l’entraînement entre les deux a changé.</translation>
    </message>
    <message>
        <source>Checkpoint to compare with</source>
        <translation>Point de contrôle de comparaison</translation>
    </message>
    <message>
        <source>Hypotheses kept by the search below; 1 is greedy.</source>
        <translation>Hypothèses gardées par la recherche du bas&#xa0;; 1 est gloutonne.</translation>
    </message>
    <message>
        <source>Beam to compare with</source>
        <translation>Faisceau de comparaison</translation>
    </message>
    <message>
        <source>Alignment of the model in use</source>
        <translation>Alignement du modèle utilisé</translation>
    </message>
    <message>
        <source>Alignment of the other</source>
        <translation>Alignement de l’autre</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>The same sentence by another run, checkpoint or beam, and where the two part</source>
        <translation>La même phrase par un autre essai, point de contrôle ou faisceau, et où les deux divergent</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Le meilleur</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Le dernier</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>Étape {step}</translation>
    </message>
    <message>
        <source>{run}, {checkpoint}, beam {beam}</source>
        <translation>{run}, {checkpoint}, faisceau {beam}</translation>
    </message>
    <message>
        <source>Both translate it alike.</source>
        <translation>Les deux traduisent pareillement.</translation>
    </message>
    <message>
        <source>Log-probability a piece, upper and lower translation: the upper model gives {a} and {b}, the lower {c} and {d}.</source>
        <translation>Log-probabilité par morceau, traduction du haut et du bas&#xa0;: le modèle du haut donne {a} et {b}, celui du bas {c} et {d}.</translation>
    </message>
    <message>
        <source>Linked with other words of the source: {words}.</source>
        <translation>Liés à d’autres mots de la source&#xa0;: {words}.</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>What to compare</source>
        <translation>Ce qu’il faut comparer</translation>
    </message>
    <message>
        <source>BLEU and chrF: higher is better. Loss: lower is better. It is plain cross-entropy; of runs that did not measure it in training, the training loss is the objective with label smoothing</source>
        <extracomment>More lines than this cannot be told apart.</extracomment>
        <translation>BLEU et chrF&#xa0;: plus c’est haut, mieux c’est. Perte&#xa0;: plus c’est bas, mieux c’est. C’est l’entropie croisée simple&#xa0;; pour les essais qui ne l’ont pas mesurée à l’entraînement, la perte d’entraînement est l’objectif avec lissage des étiquettes</translation>
    </message>
    <message>
        <source>Over what</source>
        <translation>En fonction de quoi</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>étapes</translation>
    </message>
    <message>
        <source>minutes of training</source>
        <translation>minutes d’entraînement</translation>
    </message>
    <message>
        <source>Minutes are fairer where the models differ in size</source>
        <translation>Les minutes sont plus équitables entre modèles de tailles différentes</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmique</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Axe logarithmique</translation>
    </message>
    <message>
        <source>Shows small differences late in training</source>
        <translation>Montre les petites différences en fin d’entraînement</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>Lissé</translation>
    </message>
    <message>
        <source>Smooth the training loss</source>
        <translation>Lisser la perte d’entraînement</translation>
    </message>
    <message>
        <source>Average over about the last ten points</source>
        <translation>Moyenne sur une dizaine de points</translation>
    </message>
    <message>
        <source>Save the chart…</source>
        <translation>Enregistrer le graphique…</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Enregistrer le graphique</translation>
    </message>
    <message>
        <source>Save the curves as SVG, PDF or PNG, or their numbers as CSV or JSON</source>
        <translation>Enregistrer les courbes en SVG, PDF ou PNG, ou leurs nombres en CSV ou JSON</translation>
    </message>
    <message>
        <source>Tested sentences of the two runs, the score of each, and whether the difference may be luck</source>
        <translation>Les phrases testées des deux essais, le score de chacune, et si la différence peut être due au hasard</translation>
    </message>
    <message>
        <source>&amp;Sentence by sentence</source>
        <translation>Phrase pa&amp;r phrase</translation>
    </message>
    <message>
        <source>BLEU on the validation pairs</source>
        <translation>BLEU sur les paires de validation</translation>
    </message>
    <message>
        <source>chrF on the validation pairs</source>
        <translation>chrF sur les paires de validation</translation>
    </message>
    <message>
        <source>Loss on the validation pairs</source>
        <translation>Perte sur les paires de validation</translation>
    </message>
    <message>
        <source>Loss on the training pairs</source>
        <translation>Perte sur les paires d’entraînement</translation>
    </message>
    <message>
        <source>over</source>
        <translation>selon</translation>
    </message>
    <message>
        <source>Select one run to see its curve, or several with Ctrl or Shift to compare them here.</source>
        <translation>Sélectionnez un essai pour voir sa courbe, ou plusieurs avec Ctrl ou Maj pour les comparer ici.</translation>
    </message>
    <message>
        <source>Nothing was measured yet. Scores appear with the first validation.</source>
        <translation>Rien n’a encore été mesuré. Les scores apparaissent avec la première validation.</translation>
    </message>
    <message>
        <source>This could not be saved: {error}</source>
        <translation>Ceci n’a pas pu être enregistré&#xa0;: {error}</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Enregistré sous {path}.</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>best</source>
        <translation>meilleur</translation>
    </message>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>Courbes des essais choisis</translation>
    </message>
    <message>
        <source>Move the mouse or press Left and Right to read the values; rings mark the best</source>
        <extracomment>More points than pixels only cost time.</extracomment>
        <translation>Déplacez la souris ou utilisez Gauche et Droite pour lire les valeurs&#xa0;; les anneaux marquent la meilleure</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>How near the translation is to the reference, 0 to 100, for this sentence alone</source>
        <translation>À quel point la traduction est proche de la référence, de 0 à 100, pour cette seule phrase</translation>
    </message>
    <message>
        <source>By how much B is nearer to the reference than A; sorted by size, whichever is better</source>
        <translation>De combien B est plus proche de la référence que A&#xa0;; trié par grandeur, quel que soit le meilleur</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Place in the test set</source>
        <translation>Rang dans le jeu de test</translation>
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
        <translation>Source</translation>
    </message>
    <message>
        <source>What was translated</source>
        <translation>Ce qui a été traduit</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>The translation that the test set gives</source>
        <translation>La traduction que donne le jeu de test</translation>
    </message>
    <message>
        <source>What the first run wrote</source>
        <translation>Ce que le premier essai a écrit</translation>
    </message>
    <message>
        <source>What the second run wrote</source>
        <translation>Ce que le second essai a écrit</translation>
    </message>
</context>
<context>
    <name>ComparisonTable</name>
    <message>
        <source>Hide sentences that both runs translated alike</source>
        <translation>Masquer les phrases que les deux essais ont traduites pareillement</translation>
    </message>
    <message>
        <source>Only sentences that the two runs translated differently</source>
        <translation>Seulement les phrases que les deux essais ont traduites différemment</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Translation A</source>
        <translation>Traduction A</translation>
    </message>
    <message>
        <source>Translation B</source>
        <translation>Traduction B</translation>
    </message>
</context>
<context>
    <name>ConfidencePage</name>
    <message>
        <source>Translates the run’s validation pairs once, in the background, and learns from them how the measures go with the quality. Kept with the run.</source>
        <translation>Traduit une fois, en arrière-plan, les paires de validation de l’essai et en apprend comment les mesures vont avec la qualité. Conservé avec l’essai.</translation>
    </message>
    <message>
        <source>Learn from the validation pairs</source>
        <translation>Apprendre des paires de validation</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>How good this translation probably is, what speaks for it and what against</source>
        <translation>La qualité probable de cette traduction, ce qui parle pour elle et ce qui parle contre</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Pas encore connu</translation>
    </message>
    <message>
        <source>The measures below are of this translation. What they mean must be learnt once for this run.</source>
        <translation>Les mesures ci-dessous sont celles de cette traduction. Ce qu’elles signifient doit être appris une fois pour cet essai.</translation>
    </message>
    <message>
        <source>Nothing was sure enough to be called usable.</source>
        <translation>Rien n’était assez sûr pour être dit utilisable.</translation>
    </message>
    <message>
        <source>Usable from {usable}: nine of ten validation sentences like that reached a chrF of {good}.</source>
        <translation>Utilisable à partir de {usable}&#xa0;: neuf phrases de validation semblables sur dix ont atteint un chrF de {good}.</translation>
    </message>
    <message>
        <source>Redo up to {redo}.</source>
        <translation>À refaire jusqu’à {redo}.</translation>
    </message>
    <message>
        <source>Learnt from {count} pairs; order of projected and true quality: Kendall’s tau {tau}.</source>
        <translation>Appris de {count} paires&#xa0;; ordre de la qualité prévue et réelle&#xa0;: tau de Kendall {tau}.</translation>
    </message>
    <message>
        <source>Points of chrF, added to the mean of {mean}</source>
        <translation>Points de chrF, ajoutés à la moyenne de {mean}</translation>
    </message>
    <message>
        <source>Learning from the validation pairs</source>
        <translation>Apprentissage à partir des paires de validation</translation>
    </message>
</context>
<context>
    <name>ConfigDialog</name>
    <message>
        <source>Settings of the next training</source>
        <translation>Réglages du prochain entraînement</translation>
    </message>
    <message>
        <source>Bold settings differ from the preset. Point at one to read its bounds and where its value is from.</source>
        <extracomment>Name of the preset saved last in this dialog.</extracomment>
        <translation>Les réglages en gras diffèrent du préréglage. Survolez-en un pour lire ses limites et l’origine de sa valeur.</translation>
    </message>
    <message>
        <source>&amp;Reset all</source>
        <translation>Tout &amp;réinitialiser</translation>
    </message>
    <message>
        <source>&amp;Save as a preset…</source>
        <translation>&amp;Enregistrer comme préréglage…</translation>
    </message>
    <message>
        <source>Take back all changes to the preset</source>
        <translation>Annuler toutes les modifications du préréglage</translation>
    </message>
    <message>
        <source>Keep these settings under a name of your own</source>
        <translation>Garder ces réglages sous un nom de votre choix</translation>
    </message>
    <message>
        <source>Use these settings for the next training</source>
        <translation>Utiliser ces réglages pour le prochain entraînement</translation>
    </message>
    <message>
        <source>Leave everything as it was</source>
        <translation>Tout laisser comme avant</translation>
    </message>
    <message>
        <source>Leave the changed settings?</source>
        <translation>Abandonner les réglages modifiés&#xa0;?</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Enregistrer comme préréglage</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Nom du préréglage&#xa0;:</translation>
    </message>
    <message>
        <source>The preset was not saved</source>
        <translation>Le préréglage n’a pas été enregistré</translation>
    </message>
</context>
<context>
    <name>ConfigForm</name>
    <message>
        <source>Reset {setting}</source>
        <extracomment>Chosen beside the form, so not in it. The setting that decides which others there are. Rules, shown as in the corpora pane, and the settings that their words speak of. Qt does not wrap a plain tooltip.</extracomment>
        <translation>Réinitialiser {setting}</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Chercher dans les réglages</translation>
    </message>
    <message>
        <source>Shows only settings whose name or description holds these words</source>
        <translation>N’affiche que les réglages dont le nom ou la description contient ces mots</translation>
    </message>
    <message>
        <source>&amp;All settings</source>
        <translation>&amp;Tous les réglages</translation>
    </message>
    <message>
        <source>Also show the settings that are rarely needed</source>
        <translation>Afficher aussi les réglages rarement utiles</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Afficher tous les réglages</translation>
    </message>
    <message>
        <source>Sections of the configuration</source>
        <translation>Sections de la configuration</translation>
    </message>
    <message>
        <source>Sections of the configuration; the number counts changed settings</source>
        <translation>Sections de la configuration&#xa0;; le nombre compte les réglages modifiés</translation>
    </message>
    <message>
        <source>Tick a rule to leave such pairs out of training; nothing is deleted. In the corpora pane the same boxes say how many pairs of a corpus each one meets.</source>
        <translation>Cochez une règle pour écarter ces paires de l’entraînement&#xa0;; rien n’est supprimé. Dans le volet des corpus, les mêmes cases disent combien de paires d’un corpus chacune rencontre.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vocabulaire</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Preset: {value}</source>
        <translation>Préréglage&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Automatic: {reason}</source>
        <translation>Automatique&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Back to {value}</source>
        <translation>Revenir à {value}</translation>
    </message>
</context>
<context>
    <name>CorpusChoice</name>
    <message>
        <source>&amp;Corpus</source>
        <translation>&amp;Corpus</translation>
    </message>
    <message>
        <source>Corpus to learn from</source>
        <translation>Corpus dont apprendre</translation>
    </message>
    <message>
        <source>The sentence pairs the model learns from</source>
        <translation>Les paires de phrases dont le modèle apprend</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>Import a corpus</source>
        <translation>Importer un corpus</translation>
    </message>
    <message>
        <source>{train} training pairs, {held} held out for validation and tests.</source>
        <translation>{train} paires d’entraînement, {held} mises de côté pour la validation et les tests.</translation>
    </message>
    <message>
        <source>Add sentence pairs of your own: TMX, tables, text files and others</source>
        <translation>Ajouter vos propres paires de phrases&#xa0;: TMX, tableaux, fichiers texte et autres</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>Direct&amp;ion</translation>
    </message>
    <message>
        <source>Direction of translation</source>
        <translation>Direction de traduction</translation>
    </message>
    <message>
        <source>From which language into which one the model will translate</source>
        <translation>De quelle langue vers laquelle le modèle traduira</translation>
    </message>
    <message>
        <source>{title} · {pairs} pairs</source>
        <translation>{title} · {pairs} paires</translation>
    </message>
    <message>
        <source>No corpus yet</source>
        <translation>Pas encore de corpus</translation>
    </message>
</context>
<context>
    <name>CorpusCommands</name>
    <message>
        <source>A new corpus of your own: a copy of this one, or together with others of the same languages</source>
        <extracomment>What changes the corpus itself.</extracomment>
        <translation>Un nouveau corpus à vous&#xa0;: une copie de celui-ci, seul ou avec d’autres des mêmes langues</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Re&amp;nommer…</translation>
    </message>
    <message>
        <source>Runs that learnt from it still find it</source>
        <translation>Les essais qui en ont appris le retrouvent</translation>
    </message>
    <message>
        <source>&amp;Copy or merge…</source>
        <translation>&amp;Copier ou fusionner…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Write its pairs as TMX, as a table or as two text files</source>
        <translation>Écrire ses paires en TMX, en tableau ou en deux fichiers texte</translation>
    </message>
    <message>
        <source>Move to the &amp;bin</source>
        <translation>Mettre à la cor&amp;beille</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Peut être annulé</translation>
    </message>
    <message>
        <source>Rename, copy, merge, export and delete; also with the right mouse button on the list</source>
        <translation>Renommer, copier, fusionner, exporter et supprimer&#xa0;; aussi par un clic droit dans la liste</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>It came with the program and stays as it is. A copy can be changed.</source>
        <translation>Il est venu avec le programme et reste tel quel. Une copie peut être modifiée.</translation>
    </message>
</context>
<context>
    <name>CorpusDetails</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Look inside</source>
        <translation>E&amp;xaminer</translation>
    </message>
    <message>
        <source>&amp;Train on this</source>
        <translation>En&amp;traîner avec</translation>
    </message>
    <message>
        <source>A corpus can be trained on in either direction</source>
        <extracomment>Above this, a corpus is looked at when asked, not whenever it is selected.</extracomment>
        <translation>Un corpus peut servir à l’entraînement dans les deux directions</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Go to the train pane with this corpus and these cleaning rules</source>
        <translation>Aller au volet Entraîner avec ce corpus et ces règles de nettoyage</translation>
    </message>
    <message>
        <source>Move this corpus to the bin; can be undone (Delete)</source>
        <translation>Mettre ce corpus à la corbeille&#xa0;; peut être annulé (Suppr)</translation>
    </message>
    <message>
        <source>Read all pairs and report; takes a while for a big corpus</source>
        <translation>Lire toutes les paires et en rendre compte&#xa0;; long pour un gros corpus</translation>
    </message>
    <message>
        <source>from {files}</source>
        <translation>à partir de {files}</translation>
    </message>
    <message>
        <source>imported {date}</source>
        <translation>importé le {date}</translation>
    </message>
    <message>
        <source>{out} pairs left out, {edited} edited</source>
        <translation>{out} paires écartées, {edited} modifiées</translation>
    </message>
    <message>
        <source>made of {corpora}</source>
        <translation>fait de {corpora}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
</context>
<context>
    <name>CorpusJobs</name>
    <message>
        <source>Listing the corpora</source>
        <extracomment>Reports kept, so that going back and forth between corpora reads them once. Searching more pairs than this may take a second. What is called when they are done, once each.</extracomment>
        <translation>Liste des corpus en cours</translation>
    </message>
    <message>
        <source>&amp;Move it to the bin</source>
        <translation>&amp;Mettre à la corbeille</translation>
    </message>
    <message>
        <source>Looking inside</source>
        <translation>Lecture du contenu</translation>
    </message>
    <message>
        <source>Comparing the splits</source>
        <translation>Comparaison des parties</translation>
    </message>
    <message>
        <source>Searching the pairs</source>
        <translation>Recherche dans les paires</translation>
    </message>
    <message>
        <source>Changing the pairs</source>
        <translation>Modification des paires</translation>
    </message>
    <message>
        <source>&amp;Set the edits aside</source>
        <translation>Mettre les modi&amp;fications de côté</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Importation de {name}</translation>
    </message>
    <message>
        <source>Looking for translations on this computer</source>
        <translation>Recherche de traductions sur cet ordinateur</translation>
    </message>
    <message>
        <source>This computer&apos;s translations ({direction})</source>
        <translation>Traductions de cet ordinateur ({direction})</translation>
    </message>
    <message>
        <source>Collecting this computer&apos;s translations</source>
        <translation>Collecte des traductions de cet ordinateur</translation>
    </message>
    <message>
        <source>{name}: {count} pairs were imported.</source>
        <translation>{name}&#xa0;: {count} paires ont été importées.</translation>
    </message>
    <message>
        <source>({count} more)</source>
        <translation>({count} de plus)</translation>
    </message>
    <message>
        <source>{name}: made of {count} pairs.</source>
        <translation>{name}&#xa0;: fait de {count} paires.</translation>
    </message>
    <message>
        <source>{count} were left out, since they share a sentence with held-out pairs.</source>
        <translation>{count} ont été écartées, car elles partagent une phrase avec des paires mises de côté.</translation>
    </message>
    <message>
        <source>Making {name}</source>
        <translation>Création de {name}</translation>
    </message>
    <message>
        <source>Written: {files}, in {folder}</source>
        <translation>Écrit&#xa0;: {files}, dans {folder}</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>Exportation de {name}</translation>
    </message>
    <message>
        <source>{name} was moved to the bin.</source>
        <translation>{name} est dans la corbeille.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
</context>
<context>
    <name>CorpusList</name>
    <message>
        <source>Corpora</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>Select a corpus to see what it holds</source>
        <translation>Sélectionnez un corpus pour voir ce qu’il contient</translation>
    </message>
</context>
<context>
    <name>CorpusModel</name>
    <message>
        <source>{count} pairs</source>
        <translation>{count} paires</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>intégré</translation>
    </message>
</context>
<context>
    <name>CorpusPane</name>
    <message>
        <source>Choose files with sentence pairs, or drop them anywhere on the window (Ctrl+O)</source>
        <translation>Choisir des fichiers de paires de phrases, ou les déposer n’importe où sur la fenêtre (Ctrl+O)</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>&amp;Importer des fichiers…</translation>
    </message>
    <message>
        <source>Collect the translations that the programs on this computer carry: a corpus at once</source>
        <translation>Rassembler les traductions que portent les programmes de cet ordinateur&#xa0;: un corpus tout de suite</translation>
    </message>
    <message>
        <source>This computer&apos;s translations…</source>
        <translation>Traductions de cet ordinateur…</translation>
    </message>
    <message>
        <source>From this &amp;computer…</source>
        <translation>De cet &amp;ordinateur…</translation>
    </message>
    <message>
        <source>Corpora</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>No corpus yet</source>
        <translation>Pas encore de corpus</translation>
    </message>
    <message>
        <source>A corpus is a set of sentences with their translations: a translation memory (TMX, XLIFF, PO), a table (TSV, CSV, XLSX, ODS), JSONL, Parquet, or two text files, line by line. Drop the files here.</source>
        <translation>Un corpus est un ensemble de phrases avec leurs traductions&#xa0;: une mémoire de traduction (TMX, XLIFF, PO), un tableau (TSV, CSV, XLSX, ODS), du JSONL, du Parquet, ou deux fichiers texte, ligne par ligne. Déposez les fichiers ici.</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>Importer des fichiers…</translation>
    </message>
    <message>
        <source>Choose files with sentence pairs</source>
        <translation>Choisir des fichiers de paires de phrases</translation>
    </message>
    <message>
        <source>Export the corpus</source>
        <translation>Exporter le corpus</translation>
    </message>
    <message>
        <source>Sentence pairs (*.tmx *.xliff *.xlf *.po *.mo *.tsv *.csv *.jsonl *.json *.parquet *.xlsx *.ods *.gz *.xz *.zip *.tar)</source>
        <translation>Paires de phrases (*.tmx *.xliff *.xlf *.po *.mo *.tsv *.csv *.jsonl *.json *.parquet *.xlsx *.ods *.gz *.xz *.zip *.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Importer des fichiers</translation>
    </message>
    <message>
        <source>No translations were found on this computer.</source>
        <translation>Aucune traduction n’a été trouvée sur cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>CorpusReportView</name>
    <message>
        <source>First pairs of the corpus</source>
        <extracomment>Ticking several rules in a row looks at the corpus once.</extracomment>
        <translation>Premières paires du corpus</translation>
    </message>
    <message>
        <source>Examples of pairs that the current rule leaves out</source>
        <translation>Exemples de paires que la règle choisie écarte</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paires</translation>
    </message>
    <message>
        <source>Sentence pairs in the files</source>
        <translation>Paires de phrases dans les fichiers</translation>
    </message>
    <message>
        <source>After cleaning</source>
        <translation>Après nettoyage</translation>
    </message>
    <message>
        <source>Pairs left by the rules that are ticked</source>
        <translation>Paires que laissent les règles cochées</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Pairs the model learns from</source>
        <translation>Paires dont le modèle apprend</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>Held out to measure progress during training</source>
        <translation>Mises de côté pour mesurer les progrès pendant l’entraînement</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Held out for a final, honest score</source>
        <translation>Mises de côté pour un score final honnête</translation>
    </message>
    <message>
        <source>Sentence length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Median characters of the two sides</source>
        <translation>Médiane des caractères des deux côtés</translation>
    </message>
    <message>
        <source>Take the &amp;proposals</source>
        <translation>Suivre les &amp;propositions</translation>
    </message>
    <message>
        <source>Tick the proposed rules</source>
        <translation>Cocher les règles proposées</translation>
    </message>
    <message>
        <source>Tick every rule that is proposed for this corpus</source>
        <translation>Cocher chaque règle proposée pour ce corpus</translation>
    </message>
    <message>
        <source>Defa&amp;ult</source>
        <translation>Par &amp;défaut</translation>
    </message>
    <message>
        <source>Back to the default rules</source>
        <translation>Revenir aux règles par défaut</translation>
    </message>
    <message>
        <source>Empty, too long and repeated pairs only</source>
        <translation>Seulement les paires vides, trop longues ou répétées</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Nettoyage</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>Longueurs</translation>
    </message>
    <message>
        <source>Parts of the report</source>
        <translation>Parties du rapport</translation>
    </message>
    <message>
        <source>First pairs</source>
        <translation>Premières paires</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Écartées</translation>
    </message>
    <message>
        <source>Splits and leaks</source>
        <translation>Répartition et fuites</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>caractères</translation>
    </message>
    <message>
        <source>{count} left out ({share})</source>
        <translation>{count} écartées ({share})</translation>
    </message>
    <message>
        <source>{count} repeated</source>
        <translation>{count} répétées</translation>
    </message>
    <message>
        <source>{count} held out</source>
        <translation>{count} mises de côté</translation>
    </message>
    <message>
        <source>nothing left out</source>
        <translation>rien d’écarté</translation>
    </message>
    <message>
        <source>{source} / {target} words</source>
        <translation>{source} / {target} mots</translation>
    </message>
    <message>
        <source>Of {kept} pairs, {train} are for training, {valid} for validation and {test} for a test.</source>
        <translation>Sur {kept} paires, {train} servent à l’entraînement, {valid} à la validation et {test} au test.</translation>
    </message>
    <message>
        <source>The corpus brings its own splits; training uses them as they are.</source>
        <translation>Le corpus apporte sa propre répartition&#xa0;; l’entraînement la reprend telle quelle.</translation>
    </message>
    <message>
        <source>No leaks, by construction: pairs that share a sentence on either side stay together, so no validation or test sentence is among the training pairs.</source>
        <translation>Aucune fuite, par construction&#xa0;: les paires qui partagent une phrase d’un côté ou de l’autre restent ensemble, si bien qu’aucune phrase de validation ou de test ne figure parmi les paires d’entraînement.</translation>
    </message>
    <message>
        <source>Linked groups: {groups}. The largest has {largest} pairs.</source>
        <translation>Groupes liés&#xa0;: {groups}. Le plus grand compte {largest} paires.</translation>
    </message>
    <message>
        <source>Many pairs hang together through repeated sentences. That is harmless, but fewer pairs can be held out.</source>
        <translation>De nombreuses paires sont liées par des phrases répétées. C’est sans danger, mais on peut en mettre moins de côté.</translation>
    </message>
    <message>
        <source>{name}: {count} pairs, none shares a sentence with training</source>
        <translation>{name}&#xa0;: {count} paires, aucune ne partage de phrase avec l’entraînement</translation>
    </message>
    <message>
        <source>{name}: {leaked} of {count} pairs share a sentence with training ({source} by source, {target} by target); scores on them flatter the model</source>
        <translation>{name}&#xa0;: {leaked} paires sur {count} partagent une phrase avec l’entraînement ({source} par la source, {target} par la cible)&#xa0;; leurs scores flattent le modèle</translation>
    </message>
    <message>
        <source>No rule meets any pair.</source>
        <translation>Aucune règle ne touche de paire.</translation>
    </message>
    <message>
        <source>Met by {count} of {total} pairs.</source>
        <translation>Touche {count} paires sur {total}.</translation>
    </message>
    <message>
        <source>These are the first {count}.</source>
        <translation>Voici les {count} premières.</translation>
    </message>
    <message>
        <source>Left out: {rule}</source>
        <translation>Écartées&#xa0;: {rule}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Un problème est survenu</translation>
    </message>
    <message>
        <source>An action failed. The program goes on, and a running training is not affected. If you report this, please copy the text below; it holds none of your sentences.</source>
        <translation>Une action a échoué. Le programme continue, et un entraînement en cours n’est pas touché. Si vous le signalez, copiez le texte ci-dessous&#xa0;; il ne contient aucune de vos phrases.</translation>
    </message>
    <message>
        <source>Details of the failure</source>
        <translation>Détails de l’échec</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy the text to the clipboard</source>
        <translation>Copier le texte dans le presse-papiers</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copier les détails</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>What can be done without one, and how to make one usable</source>
        <translation>Ce qu’on peut faire sans elle, et comment en rendre une utilisable</translation>
    </message>
    <message>
        <source>No graphics card was found: what to do</source>
        <translation>Aucune carte graphique trouvée&#xa0;: que faire</translation>
    </message>
    <message>
        <source>No graphics card?</source>
        <translation>Pas de carte graphique&#xa0;?</translation>
    </message>
    <message>
        <source>Where is trained and translated, and how busy the computer is; press to change</source>
        <translation>Où l’on entraîne et traduit, et la charge de l’ordinateur&#xa0;; appuyez pour changer</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Auto: {device}</source>
        <translation>Auto&#xa0;: {device}</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>All {count} graphics cards</source>
        <translation>Les {count} cartes graphiques</translation>
    </message>
    <message>
        <source>No graphics card was found. The processor is enough for small models; for an NVIDIA card, install its driver and the CUDA build of PyTorch.</source>
        <translation>Aucune carte graphique n’a été trouvée. Le processeur suffit pour les petits modèles&#xa0;; pour une carte NVIDIA, installez son pilote et la version CUDA de PyTorch.</translation>
    </message>
    <message>
        <source>The next training will run on this device. A run under way keeps its own.</source>
        <translation>Le prochain entraînement se fera sur cet appareil. Un essai en cours garde le sien.</translation>
    </message>
    <message>
        <source>Translations are computed on this device, also while a training uses another one.</source>
        <translation>Les traductions sont calculées sur cet appareil, même si un entraînement en utilise un autre.</translation>
    </message>
    <message>
        <source>Train on</source>
        <extracomment>Device id for training on every CUDA device at once, one process each.</extracomment>
        <translation>Entraîner sur</translation>
    </message>
    <message>
        <source>Device for training</source>
        <translation>Appareil pour l’entraînement</translation>
    </message>
    <message>
        <source>Translate on</source>
        <translation>Traduire sur</translation>
    </message>
    <message>
        <source>Device for translating</source>
        <translation>Appareil pour la traduction</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>A training is running</source>
        <translation>Un entraînement est en cours</translation>
    </message>
    <message>
        <source>Stop the training and close?</source>
        <translation>Arrêter l’entraînement et fermer&#xa0;?</translation>
    </message>
    <message>
        <source>The model is saved before the window closes. You can translate with it, and continue the run another day.</source>
        <translation>Le modèle est enregistré avant la fermeture. Vous pourrez traduire avec, et continuer l’essai un autre jour.</translation>
    </message>
    <message>
        <source>&amp;Stop and keep</source>
        <translation>&amp;Arrêter et garder</translation>
    </message>
    <message>
        <source>&amp;Go on training</source>
        <translation>&amp;Continuer l’entraînement</translation>
    </message>
    <message>
        <source>A file was dropped</source>
        <translation>Un fichier a été déposé</translation>
    </message>
    <message>
        <source>What is “{file}” for?</source>
        <translation>À quoi sert «&#xa0;{file}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Its lines can be translated with the model in use, or it can be imported as sentence pairs to train with.</source>
        <translation>Ses lignes peuvent être traduites avec le modèle actuel, ou il peut être importé comme paires de phrases pour l’entraînement.</translation>
    </message>
    <message>
        <source>&amp;Translate it</source>
        <translation>&amp;Le traduire</translation>
    </message>
    <message>
        <source>&amp;Import it as a corpus</source>
        <translation>L’&amp;importer comme corpus</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Ce qu’elles font</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Translation workbench {version}&lt;/h3&gt;&lt;p&gt;Train sequence-to-sequence translation models by point and click, and see what they look at. Everything stays on this computer.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;&lt;p&gt;{details}&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Atelier de traduction {version}&lt;/h3&gt;&lt;p&gt;Entraîner des modèles de traduction séquence à séquence en quelques clics, et voir ce qu’ils regardent. Tout reste sur cet ordinateur.&lt;/p&gt;&lt;p&gt;Licence Apache 2.0&lt;/p&gt;&lt;p&gt;{details}&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>No graphics card</source>
        <translation>Pas de carte graphique</translation>
    </message>
    <message>
        <source>{card} was found, but this PyTorch cannot use it.</source>
        <translation>{card} est présente, mais ce PyTorch ne peut pas l’utiliser.</translation>
    </message>
    <message>
        <source>No graphics card was found that can train models.</source>
        <translation>Aucune carte graphique capable d’entraîner des modèles n’a été trouvée.</translation>
    </message>
    <message>
        <source>The processor is enough: the smaller presets take minutes, and translating is quick.

For larger models an NVIDIA card helps. It needs its driver and the CUDA build of PyTorch, which this command installs; close the program first:

{command}</source>
        <translation>Le processeur suffit&#xa0;: les petits préréglages prennent quelques minutes, et traduire est rapide.

Pour de plus grands modèles, une carte NVIDIA aide. Il lui faut son pilote et la version CUDA de PyTorch, que cette commande installe&#xa0;; fermez d’abord le programme&#xa0;:

{command}</translation>
    </message>
    <message>
        <source>&amp;Copy the command</source>
        <translation>&amp;Copier la commande</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Chercher à &amp;nouveau</translation>
    </message>
    <message>
        <source>What you have chosen here is forgotten.</source>
        <translation>Ce que vous avez choisi ici sera oublié.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Stay here</source>
        <translation>&amp;Rester ici</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
</context>
<context>
    <name>EncodingBox</name>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>How the file&apos;s letters are stored. When accents or other letters look wrong in the preview, try another one; files of older programs are often windows-1252, files of today UTF-8.</source>
        <translation>Comment les lettres du fichier sont enregistrées. Si des accents ou d’autres lettres paraissent faux dans l’aperçu, essayez-en un autre&#xa0;; les fichiers d’anciens programmes sont souvent en windows-1252, ceux d’aujourd’hui en UTF-8.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>Enc&amp;odage</translation>
    </message>
    <message>
        <source>all languages</source>
        <translation>toutes les langues</translation>
    </message>
    <message>
        <source>Western Europe</source>
        <translation>Europe occidentale</translation>
    </message>
    <message>
        <source>Central Europe</source>
        <translation>Europe centrale</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>cyrillique</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>grec</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>turc</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>hébreu</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>arabe</translation>
    </message>
    <message>
        <source>Baltic</source>
        <translation>balte</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>vietnamien</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>thaï</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>russe</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>ukrainien</translation>
    </message>
    <message>
        <source>Cyrillic, DOS</source>
        <translation>cyrillique, DOS</translation>
    </message>
    <message>
        <source>Western Europe, DOS</source>
        <translation>Europe occidentale, DOS</translation>
    </message>
    <message>
        <source>Central Europe, DOS</source>
        <translation>Europe centrale, DOS</translation>
    </message>
    <message>
        <source>Western Europe, old Mac</source>
        <translation>Europe occidentale, ancien Mac</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>japonais</translation>
    </message>
    <message>
        <source>simplified Chinese</source>
        <translation>chinois simplifié</translation>
    </message>
    <message>
        <source>traditional Chinese</source>
        <translation>chinois traditionnel</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coréen</translation>
    </message>
    <message>
        <source>automatic ({encoding})</source>
        <translation>automatique ({encoding})</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>no such file</source>
        <translation>ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>cannot be read as TOML: {reason}</source>
        <translation>ne se lit pas comme TOML&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>unknown cleaning rule &apos;{word}&apos;</source>
        <translation>règle de nettoyage inconnue «&#xa0;{word}&#xa0;»</translation>
    </message>
    <message>
        <source>Known: {known}.</source>
        <translation>Connus&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>writing pairs</source>
        <translation>écriture des paires</translation>
    </message>
    <message>
        <source>cannot be written: {reason}</source>
        <translation>impossible d’écrire&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>unknown format &apos;{form}&apos;</source>
        <translation>format inconnu «&#xa0;{form}&#xa0;»</translation>
    </message>
    <message>
        <source>Step {step} still translates; to train, copy the run from a backup or start anew from its run.toml.</source>
        <translation>L’étape {step} traduit encore&#xa0;; pour entraîner, copiez l’essai depuis une sauvegarde ou recommencez à partir de son run.toml.</translation>
    </message>
    <message>
        <source>Copy the run from a backup, or start anew from its run.toml.</source>
        <translation>Copiez l’essai depuis une sauvegarde, ou recommencez à partir de son run.toml.</translation>
    </message>
    <message>
        <source>is damaged ({problem})</source>
        <translation>est endommagé ({problem})</translation>
    </message>
    <message>
        <source>Whole ones: {others}.</source>
        <translation>Intacts&#xa0;: {others}.</translation>
    </message>
    <message>
        <source>Copy the run from a backup, or train it anew from its run.toml.</source>
        <translation>Copiez l’essai depuis une sauvegarde, ou entraînez-le de nouveau à partir de son run.toml.</translation>
    </message>
    <message>
        <source>a TMX file needs two languages</source>
        <translation>un fichier TMX demande deux langues</translation>
    </message>
    <message>
        <source>the folder exists</source>
        <translation>le dossier existe</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>{count} pairs are too few to split</source>
        <translation>{count} paires, c’est trop peu à répartir</translation>
    </message>
    <message>
        <source>of {count:,} pairs {valid:,} for validation and {test:,} for testing leave none to train on</source>
        <translation>sur {count:,} paires, {valid:,} pour la validation et {test:,} pour le test n’en laissent aucune pour l’entraînement</translation>
    </message>
    <message>
        <source>Ask for fewer.</source>
        <translation>Demandez-en moins.</translation>
    </message>
    <message>
        <source>{count:,} pairs cannot be split: too many share their sentences</source>
        <translation>{count:,} paires ne peuvent pas être réparties&#xa0;: trop d’entre elles ont des phrases en commun</translation>
    </message>
    <message>
        <source>Ask for fewer pairs.</source>
        <translation>Demandez moins de paires.</translation>
    </message>
    <message>
        <source>the file exists</source>
        <translation>le fichier existe</translation>
    </message>
    <message>
        <source>Delete it, or choose another name.</source>
        <translation>Supprimez-le, ou choisissez un autre nom.</translation>
    </message>
    <message>
        <source>finding sentences that belong together</source>
        <translation>recherche des phrases qui vont ensemble</translation>
    </message>
    <message>
        <source>counting</source>
        <translation>comptage</translation>
    </message>
    <message>
        <source>no corpus file was named</source>
        <translation>aucun fichier de corpus n’a été indiqué</translation>
    </message>
    <message>
        <source>reading pairs</source>
        <translation>lecture des paires</translation>
    </message>
    <message>
        <source>no sentence pair was found</source>
        <translation>aucune paire de phrases n’a été trouvée</translation>
    </message>
    <message>
        <source>Reading pairs</source>
        <translation>Lecture des paires</translation>
    </message>
    <message>
        <source>no pair is left of {read:,} after cleaning ({reasons})</source>
        <translation>aucune paire ne reste sur {read:,} après nettoyage ({reasons})</translation>
    </message>
    <message>
        <source>there is nothing to learn from</source>
        <translation>il n’y a rien dont apprendre</translation>
    </message>
    <message>
        <source>holds no sentence pairs</source>
        <translation>ne contient aucune paire de phrases</translation>
    </message>
    <message>
        <source>Source and target files come in pairs.</source>
        <translation>Les fichiers source et cible vont par deux.</translation>
    </message>
    <message>
        <source>comparing the splits</source>
        <translation>comparaison des parties</translation>
    </message>
    <message>
        <source>no corpus and no file is called &apos;{name}&apos;</source>
        <translation>aucun corpus ni fichier ne s’appelle «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Corpora: {names}.</source>
        <translation>Corpus&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>there is a corpus called &apos;{name}&apos; already</source>
        <translation>un corpus s’appelle déjà «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; came with the program and cannot be deleted</source>
        <translation>«&#xa0;{name}&#xa0;» est venu avec le programme et ne peut pas être supprimé</translation>
    </message>
    <message>
        <source>There are: {known}.</source>
        <translation>Il y a&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>a file has no split &apos;{split}&apos;</source>
        <translation>un fichier n’a pas de partie «&#xa0;{split}&#xa0;»</translation>
    </message>
    <message>
        <source>the corpus&apos; description cannot be read: {reason}</source>
        <translation>la description du corpus est illisible&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>has more than two languages</source>
        <translation>a plus de deux langues</translation>
    </message>
    <message>
        <source>Splitting</source>
        <translation>Répartition</translation>
    </message>
    <message>
        <source>there are too few pairs to train on</source>
        <translation>il y a trop peu de paires pour un entraînement</translation>
    </message>
    <message>
        <source>Give more pairs, or validation files.</source>
        <translation>Donnez plus de paires, ou des fichiers de validation.</translation>
    </message>
    <message>
        <source>Holding out {name} pairs</source>
        <translation>Mise de côté des paires {name}</translation>
    </message>
    <message>
        <source>tokenizer.vocab_size is {size:,}, but the text makes {found:,} pieces; these are used.</source>
        <translation>tokenizer.vocab_size vaut {size:,}, mais le texte donne {found:,} sous-mots&#xa0;; ceux-ci sont utilisés.</translation>
    </message>
    <message>
        <source>every pair is longer than {max_tokens} pieces</source>
        <translation>toutes les paires dépassent {max_tokens} sous-mots</translation>
    </message>
    <message>
        <source>Allow longer sentences or a larger vocabulary.</source>
        <translation>Admettez des phrases plus longues ou un vocabulaire plus grand.</translation>
    </message>
    <message>
        <source>Encoding pairs</source>
        <translation>Encodage des paires</translation>
    </message>
    <message>
        <source>Learning the vocabulary</source>
        <translation>Apprentissage du vocabulaire</translation>
    </message>
    <message>
        <source>was not written by this program</source>
        <translation>n’a pas été écrit par ce programme</translation>
    </message>
    <message>
        <source>holds no training data</source>
        <translation>ne contient pas de données d’entraînement</translation>
    </message>
    <message>
        <source>It was exported without; translate with it, or train anew from the corpus.</source>
        <translation>L’essai a été exporté sans elles&#xa0;; traduisez avec, ou entraînez de nouveau à partir du corpus.</translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation>illisible&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>le fichier manque</translation>
    </message>
    <message>
        <source>Copy the whole run folder.</source>
        <translation>Copiez tout le dossier de l’essai.</translation>
    </message>
    <message>
        <source>has changed since the run began</source>
        <translation>a changé depuis le début de l’essai</translation>
    </message>
    <message>
        <source>Copy it from a backup.</source>
        <translation>Reprenez-le d’une sauvegarde.</translation>
    </message>
    <message>
        <source>is in no known corpus format</source>
        <translation>n’est dans aucun format de corpus connu</translation>
    </message>
    <message>
        <source>is plain text among other files</source>
        <translation>est du texte brut parmi d’autres fichiers</translation>
    </message>
    <message>
        <source>Import the two sides of a plain corpus alone.</source>
        <translation>Importez seuls les deux côtés d’un corpus en texte brut.</translation>
    </message>
    <message>
        <source>holds no sentence pair</source>
        <translation>ne contient aucune paire de phrases</translation>
    </message>
    <message>
        <source>is a folder, not a corpus file</source>
        <translation>est un dossier, pas un fichier de corpus</translation>
    </message>
    <message>
        <source>Name the files inside it.</source>
        <translation>Indiquez les fichiers qu’il contient.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>est vide</translation>
    </message>
    <message>
        <source>the compressed file is damaged or cut off: {reason}</source>
        <translation>le fichier compressé est endommagé ou tronqué&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>may not be read by you</source>
        <translation>vous n’avez pas le droit de le lire</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Vérifiez ses permissions.</translation>
    </message>
    <message>
        <source>a double quote opened in this row is never closed</source>
        <translation>un guillemet double ouvert dans cette ligne n’est jamais fermé</translation>
    </message>
    <message>
        <source>Write a quote inside a field twice (&quot;&quot;), or save the table as TSV.</source>
        <translation>Doublez un guillemet dans un champ (&quot;&quot;), ou enregistrez le tableau en TSV.</translation>
    </message>
    <message>
        <source>Check it with: msgfmt -c.</source>
        <translation>Vérifiez-le avec&#xa0;: msgfmt -c.</translation>
    </message>
    <message>
        <source>does not tell which keys hold the pair</source>
        <translation>ne dit pas quelles clés contiennent la paire</translation>
    </message>
    <message>
        <source>is not a JSON object</source>
        <translation>n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>Each line must be one object such as {{&quot;source&quot;: &quot;...&quot;, &quot;target&quot;: &quot;...&quot;}}.</source>
        <translation>Chaque ligne doit être un objet comme {{&quot;source&quot;: &quot;...&quot;, &quot;target&quot;: &quot;...&quot;}}.</translation>
    </message>
    <message>
        <source>holds no object</source>
        <translation>ne contient aucun objet</translation>
    </message>
    <message>
        <source>is not valid JSON ({reason})</source>
        <translation>n’est pas du JSON valide ({reason})</translation>
    </message>
    <message>
        <source>Each line must be one object.</source>
        <translation>Chaque ligne doit être un objet.</translation>
    </message>
    <message>
        <source>has fewer than two columns of text</source>
        <translation>a moins de deux colonnes de texte</translation>
    </message>
    <message>
        <source>is not a valid Parquet file, or is cut off: {reason}</source>
        <translation>n’est pas un fichier Parquet valide, ou est tronqué&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>has one column; a table of sentence pairs needs two</source>
        <translation>a une seule colonne&#xa0;; un tableau de paires de phrases en demande deux</translation>
    </message>
    <message>
        <source>Put the source and its translation side by side on one sheet.</source>
        <translation>Mettez la source et sa traduction côte à côte sur une feuille.</translation>
    </message>
    <message>
        <source>is not a spreadsheet that can be read: {reason}</source>
        <translation>n’est pas une feuille de calcul lisible&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>this computer&apos;s translations need two languages</source>
        <translation>les traductions de cet ordinateur demandent deux langues</translation>
    </message>
    <message>
        <source>this computer has no translations into &apos;{language}&apos;</source>
        <translation>cet ordinateur n’a pas de traductions en «&#xa0;{language}&#xa0;»</translation>
    </message>
    <message>
        <source>&apos;{columns}&apos; does not name two columns</source>
        <translation>«&#xa0;{columns}&#xa0;» ne nomme pas deux colonnes</translation>
    </message>
    <message>
        <source>Separate the source and its translation by a tab, or name two files.</source>
        <translation>Séparez la source et sa traduction par une tabulation, ou indiquez deux fichiers.</translation>
    </message>
    <message>
        <source>holds no row of text</source>
        <translation>ne contient aucune ligne de texte</translation>
    </message>
    <message>
        <source>Line n of one file must be the translation of line n of the other.</source>
        <translation>La ligne n d’un fichier doit être la traduction de la ligne n de l’autre.</translation>
    </message>
    <message>
        <source>is plain text, which holds one side only</source>
        <translation>est du texte brut, qui ne contient qu’un côté</translation>
    </message>
    <message>
        <source>Name the source file and the target file together, or use a table with two columns.</source>
        <translation>Indiquez ensemble le fichier source et le fichier cible, ou utilisez un tableau à deux colonnes.</translation>
    </message>
    <message>
        <source>holds no translation unit</source>
        <translation>ne contient aucune unité de traduction</translation>
    </message>
    <message>
        <source>Export the file again.</source>
        <translation>Exportez le fichier de nouveau.</translation>
    </message>
    <message>
        <source>declares XML entities, which are refused for safety</source>
        <translation>déclare des entités XML, refusées par sécurité</translation>
    </message>
    <message>
        <source>Export the file again without a DOCTYPE that declares entities.</source>
        <translation>Exportez le fichier de nouveau sans DOCTYPE qui déclare des entités.</translation>
    </message>
    <message>
        <source>is XML, but &lt;{found_name}&gt; and not &lt;{root}&gt;</source>
        <translation>est du XML, mais &lt;{found_name}&gt; et non &lt;{root}&gt;</translation>
    </message>
    <message>
        <source>is not a store of sentence pairs</source>
        <translation>n’est pas un dépôt de paires de phrases</translation>
    </message>
    <message>
        <source>is truncated or belongs to another corpus</source>
        <translation>est tronqué ou appartient à un autre corpus</translation>
    </message>
    <message>
        <source>is truncated</source>
        <translation>est tronqué</translation>
    </message>
    <message>
        <source>Copy the whole run folder again.</source>
        <translation>Copiez de nouveau tout le dossier de l’essai.</translation>
    </message>
    <message>
        <source>the stored corpus cannot be read: {reason}</source>
        <translation>le corpus enregistré est illisible&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>no vocabulary of {vocab_size} pieces could be learnt</source>
        <translation>aucun vocabulaire de {vocab_size} sous-mots n’a pu être appris</translation>
    </message>
    <message>
        <source>Choose another size.</source>
        <translation>Choisissez une autre taille.</translation>
    </message>
    <message>
        <source>there is no text to learn a vocabulary from</source>
        <translation>il n’y a pas de texte dont apprendre un vocabulaire</translation>
    </message>
    <message>
        <source>Choose a corpus with sentences.</source>
        <translation>Choisissez un corpus qui contient des phrases.</translation>
    </message>
    <message>
        <source>no vocabulary could be learnt: {reason}</source>
        <translation>aucun vocabulaire n’a pu être appris&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>unknown device &apos;{name}&apos;</source>
        <translation>appareil inconnu «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Use auto, cpu or cuda:N.</source>
        <translation>Utilisez auto, cpu ou cuda:N.</translation>
    </message>
    <message>
        <source>holds no sentences</source>
        <translation>ne contient aucune phrase</translation>
    </message>
    <message>
        <source>names neither a corpus nor files</source>
        <translation>n’indique ni corpus ni fichiers</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>calcul des scores</translation>
    </message>
    <message>
        <source>looking for the nearest training sentences</source>
        <translation>recherche des phrases d’entraînement les plus proches</translation>
    </message>
    <message>
        <source>this model has no attention, so it has no alignments to compare with gold links</source>
        <translation>ce modèle n’a pas d’attention, donc pas d’alignements à comparer aux liens de référence</translation>
    </message>
    <message>
        <source>reading the test set</source>
        <translation>lecture du jeu de test</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>chargement du modèle</translation>
    </message>
    <message>
        <source>is not UTF-8 text (byte {start})</source>
        <translation>n’est pas du texte UTF-8 (octet {start})</translation>
    </message>
    <message>
        <source>Binary word2vec files must be converted to the text format.</source>
        <translation>Les fichiers word2vec binaires doivent être convertis au format texte.</translation>
    </message>
    <message>
        <source>has vectors of {count} numbers, the model&apos;s embeddings have {size}</source>
        <translation>a des vecteurs de {count} nombres, les plongements du modèle en ont {size}</translation>
    </message>
    <message>
        <source>must be a table</source>
        <translation>doit être une table</translation>
    </message>
    <message>
        <source>unknown architecture &apos;{name}&apos;; known: {known}</source>
        <translation>architecture inconnue «&#xa0;{name}&#xa0;»&#xa0;; connues&#xa0;: {known}</translation>
    </message>
    <message>
        <source>unknown option &apos;{name}&apos; (did you mean &apos;{close}&apos;?)</source>
        <translation>option inconnue «&#xa0;{name}&#xa0;» (vouliez-vous dire «&#xa0;{close}&#xa0;»&#xa0;?)</translation>
    </message>
    <message>
        <source>unknown option &apos;{name}&apos;</source>
        <translation>option inconnue «&#xa0;{name}&#xa0;»</translation>
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
        <translation>impossible d’écrire {what}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>the disk is full ({facts})</source>
        <translation>le disque est plein ({facts})</translation>
    </message>
    <message>
        <source>the file is too large for the file system of {path}</source>
        <translation>le fichier est trop grand pour le système de fichiers de {path}</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} libres</translation>
    </message>
    <message>
        <source>{size} needed</source>
        <translation>{size} nécessaires</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>il est vide</translation>
    </message>
    <message>
        <source>it holds a line break or another control character</source>
        <translation>il contient un saut de ligne ou un autre caractère de commande</translation>
    </message>
    <message>
        <source>it holds &apos;{character}&apos;</source>
        <translation>il contient «&#xa0;{character}&#xa0;»</translation>
    </message>
    <message>
        <source>it begins with a dot, a dash or a blank</source>
        <translation>il commence par un point, un tiret ou une espace</translation>
    </message>
    <message>
        <source>it ends with a dot or a blank</source>
        <translation>il finit par un point ou une espace</translation>
    </message>
    <message>
        <source>Windows keeps that name for a device</source>
        <translation>Windows réserve ce nom à un périphérique</translation>
    </message>
    <message>
        <source>it is {size} bytes long, {most} are allowed</source>
        <translation>il fait {size} octets, {most} sont permis</translation>
    </message>
    <message>
        <source>it is {size} characters long, {most} are allowed</source>
        <translation>il fait {size} caractères, {most} sont permis</translation>
    </message>
    <message>
        <source>it holds other characters than letters, digits, &apos;-&apos;, &apos;_&apos;, &apos;.&apos; and &apos;+&apos;</source>
        <translation>il contient d’autres caractères que des lettres, des chiffres, «&#xa0;-&#xa0;», «&#xa0;_&#xa0;», «&#xa0;.&#xa0;» et «&#xa0;+&#xa0;»</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be a run&apos;s name: {problem}</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être le nom d’un essai&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be a corpus&apos; name: {problem}</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être le nom d’un corpus&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be a preset&apos;s name: {problem}</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être le nom d’un préréglage&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>Choose both{command_line}.</source>
        <translation>Choisissez les deux{command_line}.</translation>
    </message>
    <message>
        <source>Choose another encoding{command_line}, or let it be found.</source>
        <translation>Choisissez un autre encodage{command_line}, ou laissez-le trouver.</translation>
    </message>
    <message>
        <source>Mend that line, or name the encoding of the whole file{command_line}.</source>
        <translation>Corrigez cette ligne, ou indiquez l’encodage de tout le fichier{command_line}.</translation>
    </message>
    <message>
        <source>{place} is not valid {encoding}</source>
        <translation>{place} n’est pas valide en {encoding}</translation>
    </message>
    <message>
        <source>{file} is not UTF-8; it is read as {encoding}, the likeliest encoding. If letters look wrong, choose another encoding{command_line}</source>
        <translation>{file} n’est pas en UTF-8&#xa0;; il est lu en {encoding}, l’encodage le plus probable. Si des lettres semblent fausses, choisissez un autre encodage{command_line}</translation>
    </message>
    <message>
        <source>{file} seems to be UTF-8, but is read as {encoding} as you wished</source>
        <translation>{file} semble être en UTF-8, mais est lu en {encoding} comme demandé</translation>
    </message>
    <message>
        <source>character {number} of the line</source>
        <translation>le caractère {number} de la ligne</translation>
    </message>
    <message>
        <source>{folder} is a file, not a folder</source>
        <translation>{folder} est un fichier, pas un dossier</translation>
    </message>
    <message>
        <source>no file is named</source>
        <translation>aucun fichier n’est indiqué</translation>
    </message>
    <message>
        <source>Choose a file inside it.</source>
        <translation>Choisissez un fichier qu’il contient.</translation>
    </message>
    <message>
        <source>Add the name of a file to it.</source>
        <translation>Ajoutez-y le nom d’un fichier.</translation>
    </message>
    <message>
        <source>has a character that no name of a file may have</source>
        <translation>contient un caractère interdit dans un nom de fichier</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>permission refusée</translation>
    </message>
    <message>
        <source>byte {number} of the line (0x{byte:02X})</source>
        <translation>l’octet {number} de la ligne (0x{byte:02X})</translation>
    </message>
    <message>
        <source>The file is damaged, is no text, or is in another encoding{command_line}.</source>
        <translation>Le fichier est endommagé, n’est pas du texte, ou est dans un autre encodage{command_line}.</translation>
    </message>
    <message>
        <source>Save the sentence pairs as a table (XLSX, CSV), as TMX, or as two text files.</source>
        <translation>Enregistrez les paires de phrases en tableau (XLSX, CSV), en TMX, ou en deux fichiers texte.</translation>
    </message>
    <message>
        <source>Export it as TMX with the program that made it.</source>
        <translation>Exportez-le en TMX avec le programme qui l’a créé.</translation>
    </message>
    <message>
        <source>Choose a file of sentence pairs, such as TMX, XLSX, CSV or two text files.</source>
        <translation>Choisissez un fichier de paires de phrases, comme TMX, XLSX, CSV ou deux fichiers texte.</translation>
    </message>
    <message>
        <source>is a text document (.odt)</source>
        <translation>est un document texte (.odt)</translation>
    </message>
    <message>
        <source>is a presentation (.odp)</source>
        <translation>est une présentation (.odp)</translation>
    </message>
    <message>
        <source>is a drawing (.odg)</source>
        <translation>est un dessin (.odg)</translation>
    </message>
    <message>
        <source>is a 7-Zip archive</source>
        <translation>est une archive 7-Zip</translation>
    </message>
    <message>
        <source>is a RAR archive</source>
        <translation>est une archive RAR</translation>
    </message>
    <message>
        <source>is compressed with Zstandard</source>
        <translation>est comprimé avec Zstandard</translation>
    </message>
    <message>
        <source>Unpack it first: zstd -d FILE.</source>
        <translation>Décompressez-le d’abord&#xa0;: zstd -d FICHIER.</translation>
    </message>
    <message>
        <source>is compressed with LZ4</source>
        <translation>est comprimé avec LZ4</translation>
    </message>
    <message>
        <source>Unpack it first: lz4 -d FILE.</source>
        <translation>Décompressez-le d’abord&#xa0;: lz4 -d FICHIER.</translation>
    </message>
    <message>
        <source>is compressed with lzip</source>
        <translation>est comprimé avec lzip</translation>
    </message>
    <message>
        <source>Unpack it first: lzip -d FILE.</source>
        <translation>Décompressez-le d’abord&#xa0;: lzip -d FICHIER.</translation>
    </message>
    <message>
        <source>is compressed with compress (.Z)</source>
        <translation>est comprimé avec compress (.Z)</translation>
    </message>
    <message>
        <source>Unpack it first: gunzip FILE.</source>
        <translation>Décompressez-le d’abord&#xa0;: gunzip FICHIER.</translation>
    </message>
    <message>
        <source>is a Windows cabinet</source>
        <translation>est une archive CAB de Windows</translation>
    </message>
    <message>
        <source>is an SQLite database, such as a Trados memory (.sdltm)</source>
        <translation>est une base de données SQLite, comme une mémoire Trados (.sdltm)</translation>
    </message>
    <message>
        <source>is an Access database</source>
        <translation>est une base de données Access</translation>
    </message>
    <message>
        <source>Export the table as XLSX or CSV.</source>
        <translation>Exportez la table en XLSX ou CSV.</translation>
    </message>
    <message>
        <source>is a PDF document</source>
        <translation>est un document PDF</translation>
    </message>
    <message>
        <source>is an RTF document</source>
        <translation>est un document RTF</translation>
    </message>
    <message>
        <source>is an Arrow file</source>
        <translation>est un fichier Arrow</translation>
    </message>
    <message>
        <source>Save it as Parquet.</source>
        <translation>Enregistrez-le en Parquet.</translation>
    </message>
    <message>
        <source>is an HDF5 file</source>
        <translation>est un fichier HDF5</translation>
    </message>
    <message>
        <source>Save the sentence pairs as Parquet or JSON Lines.</source>
        <translation>Enregistrez les paires de phrases en Parquet ou JSON Lines.</translation>
    </message>
    <message>
        <source>is a picture (PNG)</source>
        <translation>est une image (PNG)</translation>
    </message>
    <message>
        <source>is a picture (JPEG)</source>
        <translation>est une image (JPEG)</translation>
    </message>
    <message>
        <source>is a picture (GIF)</source>
        <translation>est une image (GIF)</translation>
    </message>
    <message>
        <source>is a program</source>
        <translation>est un programme</translation>
    </message>
    <message>
        <source>If it is an archive that unpacks itself, run it and choose the files it leaves.</source>
        <translation>Si c’est une archive auto-extractible, exécutez-la et choisissez les fichiers qu’elle laisse.</translation>
    </message>
    <message>
        <source>is a Word document (.doc)</source>
        <translation>est un document Word (.doc)</translation>
    </message>
    <message>
        <source>is a PowerPoint presentation (.ppt)</source>
        <translation>est une présentation PowerPoint (.ppt)</translation>
    </message>
    <message>
        <source>is an Office file protected by a password</source>
        <translation>est un fichier Office protégé par un mot de passe</translation>
    </message>
    <message>
        <source>is a Word document (.docx)</source>
        <translation>est un document Word (.docx)</translation>
    </message>
    <message>
        <source>is a PowerPoint presentation (.pptx)</source>
        <translation>est une présentation PowerPoint (.pptx)</translation>
    </message>
    <message>
        <source>is an InDesign document (.idml)</source>
        <translation>est un document InDesign (.idml)</translation>
    </message>
    <message>
        <source>is an electronic book (.epub)</source>
        <translation>est un livre électronique (.epub)</translation>
    </message>
    <message>
        <source>is an iWork document</source>
        <translation>est un document iWork</translation>
    </message>
    <message>
        <source>is an Android program</source>
        <translation>est un programme Android</translation>
    </message>
    <message>
        <source>the sides look swapped: the source looks like &apos;{source}&apos;, the target like &apos;{target}&apos;</source>
        <translation>les côtés semblent inversés&#xa0;: la source ressemble à «&#xa0;{source}&#xa0;», la cible à «&#xa0;{target}&#xa0;»</translation>
    </message>
    <message>
        <source>{count:,} of {pairs:,} pairs ({share:.1%})</source>
        <translation>{count:,} paires sur {pairs:,} ({share:.1%})</translation>
    </message>
    <message>
        <source>{count:,} of {pairs:,} pairs (under 0.1%)</source>
        <translation>{count:,} paires sur {pairs:,} (moins de 0,1&#xa0;%)</translation>
    </message>
    <message>
        <source>{found}: so many that the corpus seems to be made of them; left to you</source>
        <translation>{found}&#xa0;: tant que le corpus semble en être fait&#xa0;; à vous de décider</translation>
    </message>
    <message>
        <source>{found}: {rule}</source>
        <translation>{found}&#xa0;: {rule}</translation>
    </message>
    <message>
        <source>Choose another name, or delete that one first{command_line}.</source>
        <translation>Choisissez un autre nom, ou supprimez d’abord celui-là{command_line}.</translation>
    </message>
    <message>
        <source>Choose two{command_line} of: {known}.</source>
        <translation>Choisissez-en deux{command_line} parmi&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>the corpus &apos;{name}&apos; holds {source} to {target}, not {wanted}</source>
        <translation>le corpus «&#xa0;{name}&#xa0;» va de {source} vers {target}, pas {wanted}</translation>
    </message>
    <message>
        <source>It has: {known}.</source>
        <translation>Il a&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>there is no &apos;{name}&apos; in the bin</source>
        <translation>il n’y a pas de «&#xa0;{name}&#xa0;» dans la corbeille</translation>
    </message>
    <message>
        <source>the corpus &apos;{name}&apos; has no split &apos;{split}&apos;</source>
        <translation>le corpus «&#xa0;{name}&#xa0;» n’a pas de partie «&#xa0;{split}&#xa0;»</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>{file}: the source side holds keys such as &apos;{example}&apos;, not sentences; nothing can be learnt from keys: use a file in which the messages themselves stand</source>
        <translation>{file}&#xa0;: le côté source contient des clés comme «&#xa0;{example}&#xa0;», pas des phrases&#xa0;; on n’apprend rien de clés&#xa0;: utilisez un fichier où figurent les messages eux-mêmes</translation>
    </message>
    <message>
        <source>{file}: the target side holds keys such as &apos;{example}&apos;, not sentences; nothing can be learnt from keys: use a file in which the messages themselves stand</source>
        <translation>{file}&#xa0;: le côté cible contient des clés comme «&#xa0;{example}&#xa0;», pas des phrases&#xa0;; on n’apprend rien de clés&#xa0;: utilisez un fichier où figurent les messages eux-mêmes</translation>
    </message>
    <message>
        <source>{places}; and {count:,} more</source>
        <translation>{places}&#xa0;; et {count:,} autres</translation>
    </message>
    <message>
        <source>{file}: units that cannot be read are left out ({count:,}): {places}</source>
        <translation>{file}&#xa0;: les unités illisibles ont été écartées ({count:,})&#xa0;: {places}</translation>
    </message>
    <message>
        <source>{file}: entries that cannot be read are left out ({count:,}): {places}</source>
        <translation>{file}&#xa0;: les entrées illisibles ont été écartées ({count:,})&#xa0;: {places}</translation>
    </message>
    <message>
        <source>{file}: messages that cannot be read are left out ({count:,}): {places}</source>
        <translation>{file}&#xa0;: les messages illisibles ont été écartés ({count:,})&#xa0;: {places}</translation>
    </message>
    <message>
        <source>line {line} ({unit})</source>
        <translation>ligne {line} ({unit})</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>ligne {line}</translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation>{place}&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>{count:,} {reason}</source>
        <translation>{count:,} {reason}</translation>
    </message>
    <message>
        <source>{file}: units that are not well-formed were mended ({count:,}): {places}</source>
        <translation>{file}&#xa0;: les unités mal formées ont été réparées ({count:,})&#xa0;: {places}</translation>
    </message>
    <message>
        <source>{file}: left out: {reasons}</source>
        <translation>{file}&#xa0;: écarté&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>{file}: the file is cut off: nothing could be read from line {line} on</source>
        <translation>{file}&#xa0;: le fichier est tronqué&#xa0;: rien n’a pu être lu à partir de la ligne {line}</translation>
    </message>
    <message>
        <source>gettext catalogue (PO)</source>
        <translation>catalogue gettext (PO)</translation>
    </message>
    <message>
        <source>compiled gettext catalogue (MO)</source>
        <translation>catalogue gettext compilé (MO)</translation>
    </message>
    <message>
        <source>holds no translated message</source>
        <translation>ne contient aucun message traduit</translation>
    </message>
    <message>
        <source>is not a valid gettext catalogue, or is cut off: {problem}</source>
        <translation>n’est pas un catalogue gettext valide, ou est tronqué&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>holds no translated message: {reasons}</source>
        <translation>ne contient aucun message traduit&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>has no text in &apos;{language}&apos;</source>
        <translation>n’a pas de texte en «&#xa0;{language}&#xa0;»</translation>
    </message>
    <message>
        <source>Name its encoding{command_line}, or convert it with: msgconv -t UTF-8.</source>
        <translation>Indiquez son encodage{command_line}, ou convertissez-le avec&#xa0;: msgconv -t UTF-8.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is no known character encoding</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas un encodage de caractères connu</translation>
    </message>
    <message>
        <source>Name the right one{command_line}, or convert it to UTF-8.</source>
        <translation>Indiquez le bon{command_line}, ou convertissez-le en UTF-8.</translation>
    </message>
    <message>
        <source>message {number}</source>
        <translation>message {number}</translation>
    </message>
    <message>
        <source>byte {byte} is not valid {codec}, the encoding the catalogue names</source>
        <translation>l’octet {byte} n’est pas valide en {codec}, l’encodage que le catalogue indique</translation>
    </message>
    <message>
        <source>a line of more than two million characters</source>
        <translation>une ligne de plus de deux millions de caractères</translation>
    </message>
    <message>
        <source>is neither a comment, a keyword with a string, nor a string</source>
        <translation>n’est ni un commentaire, ni un mot-clé avec une chaîne, ni une chaîne</translation>
    </message>
    <message>
        <source>a string without a keyword</source>
        <translation>une chaîne sans mot-clé</translation>
    </message>
    <message>
        <source>{keyword} comes twice</source>
        <translation>{keyword} figure deux fois</translation>
    </message>
    <message>
        <source>has no msgid</source>
        <translation>n’a pas de msgid</translation>
    </message>
    <message>
        <source>not translated</source>
        <translation>non traduit</translation>
    </message>
    <message>
        <source>has no msgstr</source>
        <translation>n’a pas de msgstr</translation>
    </message>
    <message>
        <source>an unknown escape {escape}</source>
        <translation>une séquence d’échappement inconnue {escape}</translation>
    </message>
    <message>
        <source>fuzzy</source>
        <translation>fuzzy</translation>
    </message>
    <message>
        <source>the previous message (#|) is damaged</source>
        <translation>le message précédent (#|) est endommagé</translation>
    </message>
    <message>
        <source>msgid_plural and msgstr[0], msgstr[1] ... belong together</source>
        <translation>msgid_plural et msgstr[0], msgstr[1] ... vont ensemble</translation>
    </message>
    <message>
        <source>byte {byte} is not valid in its encoding</source>
        <translation>l’octet {byte} n’est pas valide dans son encodage</translation>
    </message>
    <message>
        <source>a control character</source>
        <translation>un caractère de commande</translation>
    </message>
    <message>
        <source>Translation memory (TMX)</source>
        <translation>mémoire de traduction (TMX)</translation>
    </message>
    <message>
        <source>has no unit in both languages</source>
        <translation>n’a aucune unité dans les deux langues</translation>
    </message>
    <message>
        <source>with an empty side</source>
        <translation>avec un côté vide</translation>
    </message>
    <message>
        <source>with several variants on both sides</source>
        <translation>avec plusieurs variantes des deux côtés</translation>
    </message>
    <message>
        <source>no language marked</source>
        <translation>aucune langue indiquée</translation>
    </message>
    <message>
        <source>Localisation file (XLIFF)</source>
        <translation>fichier de localisation (XLIFF)</translation>
    </message>
    <message>
        <source>holds no translated unit: {reasons}</source>
        <translation>ne contient aucune unité traduite&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>inside an element of which the tag is damaged</source>
        <translation>dans un élément dont la balise est endommagée</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>draft copied from the source</source>
        <translation>brouillon copié de la source</translation>
    </message>
    <message>
        <source>not reviewed (fuzzy)</source>
        <translation>non relu (fuzzy)</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>non approuvé</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <source>machine translation not confirmed</source>
        <translation>traduction automatique non confirmée</translation>
    </message>
    <message>
        <source>marked translate=no</source>
        <translation>marqué translate=no</translation>
    </message>
    <message>
        <source>is not well-formed XML, or is cut off: {problem}</source>
        <translation>n’est pas du XML bien formé, ou est tronqué&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation>unité {number}</translation>
    </message>
    <message>
        <source>it ends inside a unit</source>
        <translation>il finit au milieu d’une unité</translation>
    </message>
    <message>
        <source>&lt;/{tag}&gt; without its beginning</source>
        <translation>&lt;/{tag}&gt; sans début</translation>
    </message>
    <message>
        <source>byte {byte} is not valid {codec}</source>
        <translation>l’octet {byte} n’est pas valide en {codec}</translation>
    </message>
    <message>
        <source>a tag is damaged</source>
        <translation>une balise est endommagée</translation>
    </message>
    <message>
        <source>Name its encoding{command_line}, for instance windows-1252, or convert the file to UTF-8.</source>
        <translation>Indiquez son encodage{command_line}, par exemple windows-1252, ou convertissez le fichier en UTF-8.</translation>
    </message>
    <message>
        <source>is not closed</source>
        <translation>n’est pas fermé</translation>
    </message>
    <message>
        <source>is too long, or is not closed</source>
        <translation>est trop long, ou n’est pas fermé</translation>
    </message>
    <message>
        <source>a reference to a character that XML does not allow</source>
        <translation>une référence à un caractère que XML n’autorise pas</translation>
    </message>
    <message>
        <source>an entity that is not declared</source>
        <translation>une entité non déclarée</translation>
    </message>
    <message>
        <source>a tag is not closed, or closed twice</source>
        <translation>une balise n’est pas fermée, ou l’est deux fois</translation>
    </message>
    <message>
        <source>a tag is not closed</source>
        <translation>une balise n’est pas fermée</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} et {count} autres</translation>
    </message>
    <message>
        <source>is an archive of texts that do not tell which belong together: {names}</source>
        <translation>est une archive de textes qui ne disent pas lesquels vont ensemble&#xa0;: {names}</translation>
    </message>
    <message>
        <source>{archive}: left out: {names}</source>
        <translation>{archive}&#xa0;: écarté&#xa0;: {names}</translation>
    </message>
    <message>
        <source>has a NUL character, which no text has</source>
        <translation>contient un caractère NUL, qu’aucun texte ne contient</translation>
    </message>
    <message>
        <source>It holds: {names}. Unpack it and choose the files inside.</source>
        <translation>Elle contient&#xa0;: {names}. Décompressez-la et choisissez les fichiers qu’elle contient.</translation>
    </message>
    <message>
        <source>has no texts in both languages</source>
        <translation>ne contient pas de textes dans les deux langues</translation>
    </message>
    <message>
        <source>Remove it there, or leave the entry out.</source>
        <translation>Supprimez-le à cet endroit ou retirez l’entrée.</translation>
    </message>
    <message>
        <source>left out: {problem}</source>
        <translation>écarté&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>skipped: {problem}</source>
        <translation>ignoré&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>du texte</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>des nombres</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>des dates</translation>
    </message>
    <message>
        <source>identifiers</source>
        <translation>des identifiants</translation>
    </message>
    <message>
        <source>addresses</source>
        <translation>des adresses</translation>
    </message>
    <message>
        <source>file names</source>
        <translation>des noms de fichier</translation>
    </message>
    <message>
        <source>marks</source>
        <translation>des marques</translation>
    </message>
    <message>
        <source>Comma-separated values (CSV)</source>
        <translation>valeurs séparées par des virgules (CSV)</translation>
    </message>
    <message>
        <source>a number has thousands of digits</source>
        <translation>un nombre a des milliers de chiffres</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>l’imbrication est trop profonde</translation>
    </message>
    <message>
        <source>a value is longer than {number} million characters</source>
        <translation>une valeur dépasse {number} millions de caractères</translation>
    </message>
    <message>
        <source>{file}: {count:,} entries that are no text were left out</source>
        <translation>{file}&#xa0;: {count:,} entrées qui ne sont pas du texte ont été écartées</translation>
    </message>
    <message>
        <source>expected {expected}, found &apos;{found}&apos;</source>
        <translation>{expected} attendu, «&#xa0;{found}&#xa0;» trouvé</translation>
    </message>
    <message>
        <source>there is more after the end of the array</source>
        <translation>il y a autre chose après la fin du tableau</translation>
    </message>
    <message>
        <source>expected {expected}, found the end of the file</source>
        <translation>{expected} attendu, fin du fichier trouvée</translation>
    </message>
    <message>
        <source>JSON, or JSON Lines</source>
        <translation>JSON, ou JSON Lines</translation>
    </message>
    <message>
        <source>Parquet table</source>
        <translation>table Parquet</translation>
    </message>
    <message>
        <source>cannot be read after row {row:,}: {reason}</source>
        <translation>illisible après la ligne {row:,}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Spreadsheet (XLSX, ODS)</source>
        <translation>classeur (XLSX, ODS)</translation>
    </message>
    <message>
        <source>has no column &apos;{column}&apos;</source>
        <translation>n’a pas de colonne «&#xa0;{column}&#xa0;»</translation>
    </message>
    <message>
        <source>It has {count} columns and no header row; use numbers.</source>
        <translation>Il a {count} colonnes et pas de ligne d’en-tête&#xa0;; utilisez des numéros.</translation>
    </message>
    <message>
        <source>Choose two{command_line} of {known}.</source>
        <translation>Choisissez-en deux{command_line} parmi {known}.</translation>
    </message>
    <message>
        <source>has no text under &apos;{column}&apos;</source>
        <translation>n’a pas de texte sous «&#xa0;{column}&#xa0;»</translation>
    </message>
    <message>
        <source>{file}: has no sheets, so the sheet asked for is not looked for</source>
        <translation>{file}&#xa0;: n’a pas de feuilles, la feuille demandée n’est donc pas cherchée</translation>
    </message>
    <message>
        <source>has no column for the language &apos;{language}&apos;</source>
        <translation>n’a pas de colonne pour la langue «&#xa0;{language}&#xa0;»</translation>
    </message>
    <message>
        <source>{read}, below the header in row {row} ({count} rows above it left out)</source>
        <translation>{read}, sous l’en-tête de la ligne {row} ({count} lignes au-dessus écartées)</translation>
    </message>
    <message>
        <source>the columns {source} and {target} of the sheet &apos;{sheet}&apos; are read</source>
        <translation>les colonnes {source} et {target} de la feuille «&#xa0;{sheet}&#xa0;» sont lues</translation>
    </message>
    <message>
        <source>the columns {source} and {target} are read</source>
        <translation>les colonnes {source} et {target} sont lues</translation>
    </message>
    <message>
        <source>{read}, below the header in row {row} (1 row above it left out)</source>
        <translation>{read}, sous l’en-tête de la ligne {row} (1 ligne au-dessus écartée)</translation>
    </message>
    <message>
        <source>&apos;{sheet}&apos; (hidden)</source>
        <translation>«&#xa0;{sheet}&#xa0;» (masquée)</translation>
    </message>
    <message>
        <source>{source} looks like &apos;{source_lang}&apos; and {target} like &apos;{target_lang}&apos;, so they are taken in that order</source>
        <translation>{source} ressemble à «&#xa0;{source_lang}&#xa0;» et {target} à «&#xa0;{target_lang}&#xa0;», elles sont donc prises dans cet ordre</translation>
    </message>
    <message>
        <source>both columns say that they are &apos;{language}&apos;</source>
        <translation>les deux colonnes disent être en «&#xa0;{language}&#xa0;»</translation>
    </message>
    <message>
        <source>{read}; {sheets} could be meant too</source>
        <translation>{read}&#xa0;; {sheets} pourrait aussi convenir</translation>
    </message>
    <message>
        <source>the row &apos;{cells}&apos; is taken for a header, not for a pair</source>
        <translation>la ligne «&#xa0;{cells}&#xa0;» est prise pour un en-tête, non pour une paire</translation>
    </message>
    <message>
        <source>the row &apos;{cells}&apos; is taken for a pair, not for a header</source>
        <translation>la ligne «&#xa0;{cells}&#xa0;» est prise pour une paire, non pour un en-tête</translation>
    </message>
    <message>
        <source>{column} is empty</source>
        <translation>{column} est vide</translation>
    </message>
    <message>
        <source>{column} names another language than &apos;{language}&apos;</source>
        <translation>{column} indique une autre langue que «&#xa0;{language}&#xa0;»</translation>
    </message>
    <message>
        <source>{source} and {target} are taken; {other_source} and {other_target} could be meant too</source>
        <translation>{source} et {target} sont prises&#xa0;; {other_source} et {other_target} pourraient aussi convenir</translation>
    </message>
    <message>
        <source>{read}; not read: {sheets}</source>
        <translation>{read}&#xa0;; non lu&#xa0;: {sheets}</translation>
    </message>
    <message>
        <source>{column} holds keys of a program rather than text</source>
        <translation>{column} contient des clés d’un programme plutôt que du texte</translation>
    </message>
    <message>
        <source>{column} looks like &apos;{guess}&apos;, not &apos;{language}&apos;</source>
        <translation>{column} ressemble à «&#xa0;{guess}&#xa0;», non à «&#xa0;{language}&#xa0;»</translation>
    </message>
    <message>
        <source>{source} and {target} are taken because of their cells</source>
        <translation>{source} et {target} sont prises d’après leurs cellules</translation>
    </message>
    <message>
        <source>{column} holds {kind} rather than text</source>
        <translation>{column} contient {kind} plutôt que du texte</translation>
    </message>
    <message>
        <source>{column} holds the same few words again and again</source>
        <translation>{column} contient toujours les mêmes quelques mots</translation>
    </message>
    <message>
        <source>{column} does not sound like a side of sentence pairs</source>
        <translation>{column} ne semble pas être un côté de paires de phrases</translation>
    </message>
    <message>
        <source>an error or a formula without value</source>
        <translation>une erreur ou une formule sans valeur</translation>
    </message>
    <message>
        <source>one side is empty</source>
        <translation>un côté est vide</translation>
    </message>
    <message>
        <source>one side is empty, an error or a formula without value</source>
        <translation>un côté est vide, une erreur ou une formule sans valeur</translation>
    </message>
    <message>
        <source>{file}: {doubt}{command_line}</source>
        <translation>{file}&#xa0;: {doubt}{command_line}</translation>
    </message>
    <message>
        <source>{file}: {facts}</source>
        <translation>{file}&#xa0;: {facts}</translation>
    </message>
    <message>
        <source>holds no sentence pair: {reasons}</source>
        <translation>ne contient aucune paire de phrases&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>marked as not finished in the column &apos;{column}&apos;</source>
        <translation>marquées comme inachevées dans la colonne «&#xa0;{column}&#xa0;»</translation>
    </message>
    <message>
        <source>column {letter}</source>
        <translation>colonne {letter}</translation>
    </message>
    <message>
        <source>left out {rows}</source>
        <translation>écarté&#xa0;: {rows}</translation>
    </message>
    <message>
        <source>source {source}, target {target}</source>
        <translation>source {source}, cible {target}</translation>
    </message>
    <message>
        <source>sheet &apos;{sheet}&apos;</source>
        <translation>feuille «&#xa0;{sheet}&#xa0;»</translation>
    </message>
    <message>
        <source>header in row {row}</source>
        <translation>en-tête à la ligne {row}</translation>
    </message>
    <message>
        <source>{count:,} rows: {reason}</source>
        <translation>{count:,} lignes&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>1 row: {reason}</source>
        <translation>1 ligne&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>no header row</source>
        <translation>pas de ligne d’en-tête</translation>
    </message>
    <message>
        <source>Tab-separated text (TSV)</source>
        <translation>texte séparé par des tabulations (TSV)</translation>
    </message>
    <message>
        <source>{source} and {target} have {lines:,} lines each but seem to drift apart at about line {line:,}: {lacking} seems to lack {missing} there, and up to {until} the lines fit better shifted by {count}</source>
        <translation>{source} et {target} ont {lines:,} lignes chacun mais semblent se décaler vers la ligne {line:,}&#xa0;: il semble manquer {missing} à {lacking} à cet endroit, et jusqu’à {until} les lignes vont mieux ensemble décalées de {count}</translation>
    </message>
    <message>
        <source>{drift} (and {count} more such stretches)</source>
        <translation>{drift} (et {count} autres passages semblables)</translation>
    </message>
    <message>
        <source>Parallel plain text</source>
        <translation>texte brut parallèle</translation>
    </message>
    <message>
        <source>they seem to fit until {file} ends at line {line:,}</source>
        <translation>ils semblent aller ensemble jusqu’à la fin de {file} à la ligne {line:,}</translation>
    </message>
    <message>
        <source>they seem to drift apart at about line {line:,}</source>
        <translation>ils semblent se décaler vers la ligne {line:,}</translation>
    </message>
    <message>
        <source>{source} has {source_lines:,} lines and {target} has {target_lines:,}; {guess}</source>
        <translation>{source} a {source_lines:,} lignes et {target} en a {target_lines:,}&#xa0;; {guess}</translation>
    </message>
    <message>
        <source>a line</source>
        <translation>une ligne</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} lignes</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>la fin</translation>
    </message>
    <message>
        <source>line {line:,}</source>
        <translation>la ligne {line:,}</translation>
    </message>
    <message>
        <source>{count:,} of {pairs:,} {part} pairs share a sentence with the training pairs ({by_source:,} by source, {by_target:,} by target): their scores flatter the model.</source>
        <translation>{count:,} paires {part} sur {pairs:,} partagent une phrase avec les paires d’entraînement ({by_source:,} par la source, {by_target:,} par la cible)&#xa0;: leurs scores flattent le modèle.</translation>
    </message>
    <message>
        <source>the corpus</source>
        <translation>le corpus</translation>
    </message>
    <message>
        <source>there is no folder {folder}</source>
        <translation>le dossier {folder} n’existe pas</translation>
    </message>
    <message>
        <source>Check its name; it may have been moved or deleted, or its disk taken away.</source>
        <translation>Vérifiez son nom&#xa0;; il a peut-être été déplacé ou supprimé, ou son disque a été retiré.</translation>
    </message>
    <message>
        <source>there is something of that name already</source>
        <translation>ce nom est déjà pris</translation>
    </message>
    <message>
        <source>If it is what you want, set {variable}=10, which widens all such bounds.</source>
        <translation>Si c’est bien ce que vous voulez, définissez {variable}=10, ce qui élargit toutes ces limites.</translation>
    </message>
    <message>
        <source>unpacks to more lines than it has bytes, as no text does; it is refused for safety</source>
        <translation>se décompresse en plus de lignes qu’il n’a d’octets, ce qu’aucun texte ne fait&#xa0;; refusé par sécurité</translation>
    </message>
    <message>
        <source>Delete the corpus and import it again{command_line}.</source>
        <translation>Supprimez le corpus et importez-le de nouveau{command_line}.</translation>
    </message>
    <message>
        <source>is damaged: its messages lie over each other</source>
        <translation>est endommagé&#xa0;: ses messages se chevauchent</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>est trop long</translation>
    </message>
    <message>
        <source>cannot be read within {seconds} seconds</source>
        <translation>ne peut pas être lu en {seconds} secondes</translation>
    </message>
    <message>
        <source>cannot be read in {megabytes:,} MB of memory; it is damaged, or has cells far away from the others</source>
        <translation>ne peut pas être lu avec {megabytes:,}&#xa0;Mo de mémoire&#xa0;; il est endommagé, ou contient des cellules très éloignées des autres</translation>
    </message>
    <message>
        <source>Delete what lies behind the table, or save the sheet as CSV; {variable}=10 widens the bounds.</source>
        <translation>Supprimez ce qui se trouve après le tableau, ou enregistrez la feuille en CSV&#xa0;; {variable}=10 élargit les limites.</translation>
    </message>
    <message>
        <source>data.{field} is missing</source>
        <translation>data.{field} manque</translation>
    </message>
    <message>
        <source>Only {held_out:,} of {wanted:,} validation pairs could be held out without leaking: the other sentences occur in many pairs (the largest group of linked pairs has {largest:,}).</source>
        <translation>Seules {held_out:,} paires de validation sur {wanted:,} ont pu être mises de côté sans fuite&#xa0;: les autres phrases figurent dans de nombreuses paires (le plus grand groupe lié en compte {largest:,}).</translation>
    </message>
    <message>
        <source>data.{name} is {given:,}, more than a quarter of the {pairs:,} pairs; {held_out:,} are held out.</source>
        <translation>data.{name} vaut {given:,}, plus d’un quart des {pairs:,} paires&#xa0;; {held_out:,} sont mises de côté.</translation>
    </message>
    <message>
        <source>{size:,} pieces for {pairs:,} pairs: small corpora want small vocabularies (Sennrich &amp; Zhang 2019).</source>
        <translation>{size:,} sous-mots pour {pairs:,} paires&#xa0;: aux petits corpus, de petits vocabulaires (Sennrich &amp; Zhang 2019).</translation>
    </message>
    <message>
        <source>the prepared corpus</source>
        <translation>le corpus préparé</translation>
    </message>
    <message>
        <source>No pair could be held out for validation: {count:,} training pairs stand in, so the scores tell how well the model remembers, not how well it translates.</source>
        <translation>Aucune paire n’a pu être réservée à la validation&#xa0;: {count:,} paires d’entraînement en tiennent lieu, si bien que les scores disent ce que le modèle a retenu, non comment il traduit.</translation>
    </message>
    <message>
        <source>belongs to another corpus</source>
        <translation>appartient à un autre corpus</translation>
    </message>
    <message>
        <source>CPU, {count} threads</source>
        <translation>Processeur, {count} fils</translation>
    </message>
    <message>
        <source>CPU, 1 thread</source>
        <translation>Processeur, 1 fil</translation>
    </message>
    <message>
        <source>the corpus&apos; edits</source>
        <translation>les modifications du corpus</translation>
    </message>
    <message>
        <source>there is no pair {number}: they are counted from 1 to {size:,}</source>
        <translation>il n’y a pas de paire {number}&#xa0;: elles sont comptées de 1 à {size:,}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is called &apos;{now}&apos; now</source>
        <translation>«&#xa0;{name}&#xa0;» s’appelle maintenant «&#xa0;{now}&#xa0;»</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; came with the program and cannot be changed</source>
        <translation>«&#xa0;{name}&#xa0;» est venu avec le programme et ne peut pas être modifié</translation>
    </message>
    <message>
        <source>Use that name.</source>
        <translation>Utilisez ce nom.</translation>
    </message>
    <message>
        <source>Make a copy of your own{command_line}.</source>
        <translation>Faites-en une copie à vous{command_line}.</translation>
    </message>
    <message>
        <source>no corpus was named</source>
        <translation>aucun corpus n’a été nommé</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is named twice</source>
        <translation>«&#xa0;{name}&#xa0;» est nommé deux fois</translation>
    </message>
    <message>
        <source>the languages of &apos;{name}&apos; are not known</source>
        <translation>les langues de «&#xa0;{name}&#xa0;» ne sont pas connues</translation>
    </message>
    <message>
        <source>Import it again and say which they are.</source>
        <translation>Importez-le de nouveau en disant lesquelles.</translation>
    </message>
    <message>
        <source>reading held-out pairs</source>
        <translation>lecture des paires mises de côté</translation>
    </message>
    <message>
        <source>the corpus&apos; edits cannot be read: {reason}</source>
        <translation>les modifications du corpus ne peuvent pas être lues&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Set the edits aside{command_line}.</source>
        <translation>Mettez les modifications de côté{command_line}.</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>recherche</translation>
    </message>
    <message>
        <source>is a file of subtitles</source>
        <translation>est un fichier de sous-titres</translation>
    </message>
    <message>
        <source>is text with markup (Markdown or the like)</source>
        <translation>est un texte balisé (Markdown ou semblable)</translation>
    </message>
    <message>
        <source>is a LaTeX document</source>
        <translation>est un document LaTeX</translation>
    </message>
    <message>
        <source>is a file of keys and values</source>
        <translation>est un fichier de clés et de valeurs</translation>
    </message>
    <message>
        <source>is of the kind &quot;{kind}&quot;</source>
        <translation>est du type «&#xa0;{kind}&#xa0;»</translation>
    </message>
    <message>
        <source>is a web page or another XML file</source>
        <translation>est une page web ou un autre fichier XML</translation>
    </message>
    <message>
        <source>{what}; only plain text can be read line by line</source>
        <translation>{what}&#xa0;; seul du texte brut peut être lu ligne par ligne</translation>
    </message>
    <message>
        <source>Save its sentences as plain text, one a line, and choose that file{command_line}.</source>
        <translation>Enregistrez ses phrases en texte brut, une par ligne, et choisissez ce fichier{command_line}.</translation>
    </message>
    <message>
        <source>the program that reads it was ended from outside ({code})</source>
        <translation>le programme qui le lit a été arrêté de l’extérieur ({code})</translation>
    </message>
    <message>
        <source>Close other programs if memory is short, and try again.</source>
        <translation>Fermez d’autres programmes si la mémoire manque, puis réessayez.</translation>
    </message>
    <message>
        <source>Name two columns{command_line}.</source>
        <translation>Nommez deux colonnes{command_line}.</translation>
    </message>
    <message>
        <source>Look at the pairs{command_line}, or set data.cleaning to fewer rules, or none.</source>
        <translation>Examinez les paires{command_line}, ou réduisez data.cleaning à moins de règles, ou none.</translation>
    </message>
    <message>
        <source>Name a corpus, or two files{command_line}.</source>
        <translation>Nommez un corpus, ou deux fichiers{command_line}.</translation>
    </message>
    <message>
        <source>CPU, up to {count} threads</source>
        <translation>CPU, jusqu’à {count} threads</translation>
    </message>
    <message>
        <source>{name}, {free:.0f} GiB free</source>
        <translation>{name}, {free:.0f} Gio libres</translation>
    </message>
    <message>
        <source>there is no CUDA device {number}; {available} found.</source>
        <translation>il n’y a pas de périphérique CUDA {number}&#xa0;; {available} trouvé(s).</translation>
    </message>
    <message>
        <source>there is no CUDA device {number}; {available} found. This torch is a CPU build.</source>
        <translation>il n’y a pas de périphérique CUDA {number}&#xa0;; {available} trouvé(s). Ce torch est une version pour processeur seul.</translation>
    </message>
    <message>
        <source>Use the device cpu or auto{command_line}.</source>
        <translation>Utilisez le périphérique cpu ou auto{command_line}.</translation>
    </message>
    <message>
        <source>{device} needs {factor:.1f} times as long in bf16 as in fp32</source>
        <translation>{device} met {factor:.1f} fois plus de temps en bf16 qu’en fp32</translation>
    </message>
    <message>
        <source>needs {factor:.0f} times as long in bf16 as in fp32</source>
        <translation>met {factor:.0f} fois plus de temps en bf16 qu’en fp32</translation>
    </message>
    <message>
        <source>this run was trained in bf16, but {device} {lack}: it goes on in fp32</source>
        <translation>cet essai a été entraîné en bf16, mais {device} {lack}&#xa0;: il continue en fp32</translation>
    </message>
    <message>
        <source>this processor</source>
        <translation>ce processeur</translation>
    </message>
    <message>
        <source>the device {device}</source>
        <translation>le périphérique {device}</translation>
    </message>
    <message>
        <source>cannot calculate in bf16</source>
        <translation>ne sait pas calculer en bf16</translation>
    </message>
    <message>
        <source>every reference is empty</source>
        <translation>toutes les références sont vides</translation>
    </message>
    <message>
        <source>there are {lines} lines of gold links for {sentences} sentences</source>
        <translation>il y a {lines} lignes de liens de référence pour {sentences} phrases</translation>
    </message>
    <message>
        <source>there are {sources} source sentences and {references} references</source>
        <translation>il y a {sources} phrases source et {references} références</translation>
    </message>
    <message>
        <source>Name the file with the translations.</source>
        <translation>Indiquez le fichier des traductions.</translation>
    </message>
    <message>
        <source>link {source}-{target} points past the {source_words} source and {target_words} target words</source>
        <translation>le lien {source}-{target} dépasse les {source_words} mots source et {target_words} mots cible</translation>
    </message>
    <message>
        <source>gold line {number}</source>
        <translation>ligne {number} des liens de référence</translation>
    </message>
    <message>
        <source>Links count words from 0, source first; where a script has no blanks, its characters.</source>
        <translation>Les liens comptent les mots à partir de 0, la source d’abord&#xa0;; là où une écriture n’a pas d’espaces, ses caractères.</translation>
    </message>
    <message>
        <source>reading the tested sentences</source>
        <translation>lecture des phrases testées</translation>
    </message>
    <message>
        <source>these runs were not tested on the same sentences</source>
        <translation>ces essais n’ont pas été testés sur les mêmes phrases</translation>
    </message>
    <message>
        <source>Test both on the same test set first; the sentences of a test must have been kept.</source>
        <translation>Testez d’abord les deux sur le même jeu de test&#xa0;; les phrases d’un test doivent avoir été gardées.</translation>
    </message>
    <message>
        <source>most references have fewer than four words, so characters are counted</source>
        <translation>la plupart des références ont moins de quatre mots, on compte donc les caractères</translation>
    </message>
    <message>
        <source>Japanese has no blanks between words, so characters are counted</source>
        <translation>le japonais n’a pas d’espaces entre les mots, on compte donc les caractères</translation>
    </message>
    <message>
        <source>MeCab cuts Korean words into stem and endings</source>
        <translation>MeCab découpe les mots coréens en radical et terminaisons</translation>
    </message>
    <message>
        <source>Chinese has no blanks between words, so characters are counted</source>
        <translation>le chinois n’a pas d’espaces entre les mots, on compte donc les caractères</translation>
    </message>
    <message>
        <source>{script} script has no blanks between words, so characters are counted</source>
        <translation>l’écriture {script} n’a pas d’espaces entre les mots, on compte donc les caractères</translation>
    </message>
    <message>
        <source>Japanese has no blanks between words, so MeCab cuts it into words</source>
        <translation>le japonais n’a pas d’espaces entre les mots, MeCab le découpe donc en mots</translation>
    </message>
    <message>
        <source>comparing sentence by sentence</source>
        <translation>comparaison phrase par phrase</translation>
    </message>
    <message>
        <source>drawing test sets</source>
        <translation>tirage de jeux de test</translation>
    </message>
    <message>
        <source>has {lines} lines for {sentences} sentences</source>
        <translation>a {lines} lignes pour {sentences} phrases</translation>
    </message>
    <message>
        <source>this run has no held-out pairs of its own</source>
        <translation>cet essai n’a pas de paires mises de côté qui lui soient propres</translation>
    </message>
    <message>
        <source>Name a file with sentences and one with their translations.</source>
        <translation>Indiquez un fichier de phrases et un fichier de leurs traductions.</translation>
    </message>
    <message>
        <source>the result</source>
        <translation>le résultat</translation>
    </message>
    <message>
        <source>Attention says where the decoder read while it wrote a word, not why it wrote that word. It may rest on a word beside the right one while the translation is right (Koehn and Knowles 2017); quite another attention can lead to the same output (Jain and Wallace 2019); and whether it explains anything depends on what one asks of an explanation (Wiegreffe and Pinter 2019).</source>
        <translation>L’attention dit où le décodeur a lu en écrivant un mot, non pourquoi il a écrit ce mot. Elle peut se poser sur un mot voisin du bon alors que la traduction est juste (Koehn et Knowles 2017)&#xa0;; une tout autre attention peut mener à la même sortie (Jain et Wallace 2019)&#xa0;; et qu’elle explique quelque chose ou non dépend de ce que l’on demande à une explication (Wiegreffe et Pinter 2019).</translation>
    </message>
    <message>
        <source>linking the words of the sentences</source>
        <translation>mise en relation des mots des phrases</translation>
    </message>
    <message>
        <source>this model has no attention, so it has no alignments to compare</source>
        <translation>ce modèle n’a pas d’attention, il n’a donc pas d’alignements à comparer</translation>
    </message>
    <message>
        <source>the run&apos;s training pairs are not at hand</source>
        <translation>les paires d’entraînement de l’essai ne sont pas disponibles</translation>
    </message>
    <message>
        <source>reading the training pairs</source>
        <translation>lecture des paires d’entraînement</translation>
    </message>
    <message>
        <source>there are no sentence pairs for the aligner to learn from</source>
        <translation>il n’y a pas de paires de phrases dont l’aligneur pourrait apprendre</translation>
    </message>
    <message>
        <source>the statistical aligner is not installed</source>
        <translation>l’aligneur statistique n’est pas installé</translation>
    </message>
    <message>
        <source>training the aligner</source>
        <translation>entraînement de l’aligneur</translation>
    </message>
    <message>
        <source>the run&apos;s validation pairs are not at hand</source>
        <translation>les paires de validation de l’essai ne sont pas disponibles</translation>
    </message>
    <message>
        <source>Give sentences with their translations that the run was not trained on.</source>
        <translation>Donnez des phrases avec leurs traductions sur lesquelles l’essai n’a pas été entraîné.</translation>
    </message>
    <message>
        <source>the model belongs to no run</source>
        <translation>le modèle n’appartient à aucun essai</translation>
    </message>
    <message>
        <source>reading the validation pairs</source>
        <translation>lecture des paires de validation</translation>
    </message>
    <message>
        <source>there are {one} sentences and {other} references</source>
        <translation>il y a {one} phrases et {other} références</translation>
    </message>
    <message>
        <source>{pairs} sentence pairs are too few to learn confidence from</source>
        <translation>{pairs} paires de phrases sont trop peu pour apprendre la confiance</translation>
    </message>
    <message>
        <source>Give at least {fewest} with their translations.</source>
        <translation>Donnez-en au moins {fewest} avec leurs traductions.</translation>
    </message>
    <message>
        <source>there is nothing to read in the sentence</source>
        <translation>il n’y a rien à lire dans la phrase</translation>
    </message>
    <message>
        <source>the vocabulary has no words</source>
        <translation>le vocabulaire n’a pas de mots</translation>
    </message>
    <message>
        <source>this kind of model has no embeddings of words</source>
        <translation>ce type de modèle n’a pas de plongements de mots</translation>
    </message>
    <message>
        <source>the sentence has more than {most} pieces</source>
        <translation>la phrase a plus de {most} morceaux</translation>
    </message>
    <message>
        <source>Look into one sentence at a time, or a shorter one.</source>
        <translation>Examinez une phrase à la fois, ou une plus courte.</translation>
    </message>
    <message>
        <source>this kind of model gives no gradients</source>
        <translation>ce type de modèle ne donne pas de gradients</translation>
    </message>
    <message>
        <source>a model with 8-bit products gives no gradients</source>
        <translation>un modèle aux produits sur 8 bits ne donne pas de gradients</translation>
    </message>
    <message>
        <source>this kind of model gives no vectors of its sentences</source>
        <translation>ce type de modèle ne donne pas de vecteurs de ses phrases</translation>
    </message>
    <message>
        <source>It was copied without them, and its corpora are not in the library.</source>
        <translation>Il a été copié sans elles, et ses corpus ne sont pas dans la bibliothèque.</translation>
    </message>
    <message>
        <source>this text is translated in {n} parts, and only one can be looked at</source>
        <translation>ce texte est traduit en {n} parties, et l’on ne peut en regarder qu’une</translation>
    </message>
    <message>
        <source>the model is not asked for the translation of this text: it is empty, or copied</source>
        <translation>le modèle n’est pas interrogé pour la traduction de ce texte&#xa0;: il est vide, ou copié</translation>
    </message>
    <message>
        <source>Give one sentence.</source>
        <translation>Donnez une seule phrase.</translation>
    </message>
    <message>
        <source>Point at a word to see its links. On a coloured ground: words that the model gave less than {percent} %.</source>
        <translation>Pointez un mot pour voir ses liens. Sur fond coloré&#xa0;: les mots auxquels le modèle donnait moins de {percent}&#xa0;%.</translation>
    </message>
    <message>
        <source>{run}, step {step}, {source} to {target}; {setting}</source>
        <translation>{run}, étape {step}, {source} vers {target}&#xa0;; {setting}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>projected</source>
        <translation>prévu</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>verdict</translation>
    </message>
    <message>
        <source>words</source>
        <translation>mots</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>Jeu de test</translation>
    </message>
    <message>
        <source>By words of the source</source>
        <translation>Selon les mots de la source</translation>
    </message>
    <message>
        <source>By times that the rarest source word was seen in training</source>
        <translation>Selon le nombre de fois que le mot source le plus rare a été vu à l’entraînement</translation>
    </message>
    <message>
        <source>By source words never seen in training</source>
        <translation>Selon les mots source jamais vus à l’entraînement</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Répété</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Omis</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Points of chrF</source>
        <translation>Points de chrF</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Lesquels</translation>
    </message>
    <message>
        <source>projected chrF</source>
        <translation>chrF prévu</translation>
    </message>
    <message>
        <source>true chrF</source>
        <translation>chrF réel</translation>
    </message>
    <message>
        <source>All sentences</source>
        <translation>Toutes les phrases</translation>
    </message>
    <message>
        <source>How far the projections can be trusted</source>
        <translation>Jusqu’où l’on peut se fier aux prévisions</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>phrases</translation>
    </message>
    <message>
        <source>What attention is not</source>
        <translation>Ce que l’attention n’est pas</translation>
    </message>
    <message>
        <source>What speaks for it and what against</source>
        <translation>Ce qui parle pour elle et ce qui parle contre</translation>
    </message>
    <message>
        <source>Other translations</source>
        <translation>Autres traductions</translation>
    </message>
    <message>
        <source>A click opens a sentence; the {count} worst have pictures.</source>
        <translation>Un clic ouvre une phrase&#xa0;; les {count} pires ont des images.</translation>
    </message>
    <message>
        <source>A click opens a sentence.</source>
        <translation>Un clic ouvre une phrase.</translation>
    </message>
    <message>
        <source>The same as a grid</source>
        <translation>La même chose en grille</translation>
    </message>
    <message>
        <source>counting the words of the training pairs</source>
        <translation>comptage des mots des paires d’entraînement</translation>
    </message>
    <message>
        <source>no quality is projected: {reason}</source>
        <translation>aucune qualité n’est prévue&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>how often words were seen is not known: {reason}</source>
        <translation>on ne sait pas combien de fois les mots ont été vus&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>the weight must lie between 0 and 1, not {weight:.2f}</source>
        <translation>le poids doit être compris entre 0 et 1, et non {weight:.2f}</translation>
    </message>
    <message>
        <source>there are {n} words, and none has the number {word}</source>
        <translation>il y a {n} mots, et aucun n’a le numéro {word}</translation>
    </message>
    <message>
        <source>the word number {word} has no pieces</source>
        <translation>le mot numéro {word} n’a pas de morceaux</translation>
    </message>
    <message>
        <source>this model has no attention that can be changed</source>
        <translation>ce modèle n’a pas d’attention que l’on puisse changer</translation>
    </message>
    <message>
        <source>the translation has {n} pieces, and none has the number {piece}</source>
        <translation>la traduction a {n} morceaux, et aucun n’a le numéro {piece}</translation>
    </message>
    <message>
        <source>likely usable</source>
        <translation>probablement utilisable</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>système de fichiers en lecture seule</translation>
    </message>
    <message>
        <source>{run}: {leaks}</source>
        <translation>{run}&#xa0;: {leaks}</translation>
    </message>
    <message>
        <source>Install it in the program&apos;s environment: {command}</source>
        <translation>Installez-le dans l’environnement du programme&#xa0;: {command}</translation>
    </message>
    <message>
        <source>a process of the program ended unexpectedly ({code})</source>
        <translation>un processus du programme s’est arrêté de façon inattendue ({code})</translation>
    </message>
    <message>
        <source>check</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>à refaire</translation>
    </message>
    <message>
        <source>mean probability of a piece</source>
        <translation>probabilité moyenne d’un morceau</translation>
    </message>
    <message>
        <source>least probability of a piece</source>
        <translation>plus petite probabilité d’un morceau</translation>
    </message>
    <message>
        <source>mean doubt between pieces (entropy)</source>
        <translation>doute moyen entre morceaux (entropie)</translation>
    </message>
    <message>
        <source>greatest doubt at a piece (entropy)</source>
        <translation>plus grand doute sur un morceau (entropie)</translation>
    </message>
    <message>
        <source>source pieces never seen in training</source>
        <translation>morceaux source jamais vus à l’entraînement</translation>
    </message>
    <message>
        <source>words of the translation for one of the source</source>
        <translation>mots de la traduction pour un mot de la source</translation>
    </message>
    <message>
        <source>words of the source</source>
        <translation>mots de la source</translation>
    </message>
    <message>
        <source>spread of the attention (entropy)</source>
        <translation>étalement de l’attention (entropie)</translation>
    </message>
    <message>
        <source>source words never looked at</source>
        <translation>mots source jamais regardés</translation>
    </message>
    <message>
        <source>source words looked at twice</source>
        <translation>mots source regardés deux fois</translation>
    </message>
    <message>
        <source>{nats:.2f} nats</source>
        <translation>{nats:.2f} nats</translation>
    </message>
    <message>
        <source>chrF about {chrf:.0f} ± {error:.0f}</source>
        <translation>chrF d’environ {chrf:.0f} ± {error:.0f}</translation>
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
        <translation>Réglez model.embedding={count}.</translation>
    </message>
    <message>
        <source>has {number} values instead of {size}</source>
        <translation>a {number} valeurs au lieu de {size}</translation>
    </message>
    <message>
        <source>has a value that is no number</source>
        <translation>a une valeur qui n’est pas un nombre</translation>
    </message>
    <message>
        <source>belongs to another model (&apos;{name}&apos; does not match run.toml)</source>
        <translation>appartient à un autre modèle («&#xa0;{name}&#xa0;» ne correspond pas à run.toml)</translation>
    </message>
    <message>
        <source>belongs to another model (&apos;{name}&apos; is {found}, not {wanted})</source>
        <translation>appartient à un autre modèle («&#xa0;{name}&#xa0;» est {found}, pas {wanted})</translation>
    </message>
    <message>
        <source>holds values that are no numbers (not-a-number or infinite, in &apos;{name}&apos;)</source>
        <translation>contient des valeurs qui ne sont pas des nombres (indéfinies ou infinies, dans «&#xa0;{name}&#xa0;»)</translation>
    </message>
    <message>
        <source>has &apos;{name}&apos; as {found}, not as {wanted} or F16</source>
        <translation>contient «&#xa0;{name}&#xa0;» sous la forme {found}, et non {wanted} ou F16</translation>
    </message>
    <message>
        <source>Copy the run from a backup, or use another checkpoint.</source>
        <translation>Recopiez l’essai depuis une sauvegarde, ou utilisez un autre point de contrôle.</translation>
    </message>
    <message>
        <source>the run has no checkpoint with a training state, so a copy could not be trained further</source>
        <translation>l’essai n’a pas de point de contrôle avec état d’entraînement, une copie ne pourrait donc pas être entraînée davantage</translation>
    </message>
    <message>
        <source>the run has no prepared training data, so a copy could not be trained further</source>
        <translation>l’essai n’a pas de données d’entraînement préparées, une copie ne pourrait donc pas être entraînée davantage</translation>
    </message>
    <message>
        <source>has a member twice, a link, or one outside its folder</source>
        <translation>contient un élément en double, un lien, ou un élément hors de son dossier</translation>
    </message>
    <message>
        <source>would unpack to {size}, {times:,} times its own size</source>
        <translation>se décompresserait en {size}, {times:,} fois sa propre taille</translation>
    </message>
    <message>
        <source>the archive</source>
        <translation>l’archive</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>l’essai</translation>
    </message>
    <message>
        <source>was not begun here, and to go on it would have to read {file}</source>
        <translation>n’a pas été commencé ici et, pour continuer, devrait lire {file}</translation>
    </message>
    <message>
        <source>Start a new run and choose its files yourself.</source>
        <translation>Lancez un nouvel essai et choisissez vous-même ses fichiers.</translation>
    </message>
    <message>
        <source>{checkpoint} is damaged ({problem})</source>
        <translation>{checkpoint} est endommagé ({problem})</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>{file} manque</translation>
    </message>
    <message>
        <source>no checkpoint with its training state is left</source>
        <translation>il ne reste aucun point de contrôle avec son état d’entraînement</translation>
    </message>
    <message>
        <source>{problem}. Step {step} is used instead.</source>
        <translation>{problem}. Le pas {step} est utilisé à la place.</translation>
    </message>
    <message>
        <source>{file} cannot be read</source>
        <translation>{file} est illisible</translation>
    </message>
    <message>
        <source>no checkpoint with its training state is left: {problem}</source>
        <translation>il ne reste aucun point de contrôle avec son état d’entraînement&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>none of its checkpoints can be read: {problem}</source>
        <translation>aucun de ses points de contrôle n’est lisible&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>was written in format {found}, this program reads {known}</source>
        <translation>a été écrit au format {found}, ce programme lit {known}</translation>
    </message>
    <message>
        <source>{file} is empty or cut</source>
        <translation>{file} est vide ou tronqué</translation>
    </message>
    <message>
        <source>{file} has {size:,} bytes instead of {right:,}</source>
        <translation>{file} fait {size:,} octets au lieu de {right:,}</translation>
    </message>
    <message>
        <source>{file} has changed since it was written</source>
        <translation>{file} a changé depuis son écriture</translation>
    </message>
    <message>
        <source>{file} is cut or no safetensors file</source>
        <translation>{file} est tronqué ou n’est pas un fichier safetensors</translation>
    </message>
    <message>
        <source>{file} {problem}</source>
        <translation>{file} {problem}</translation>
    </message>
    <message>
        <source>No other one is whole.</source>
        <translation>Aucun autre n’est intact.</translation>
    </message>
    <message>
        <source>names no step</source>
        <translation>n’indique aucune étape</translation>
    </message>
    <message>
        <source>the journal</source>
        <translation>le journal</translation>
    </message>
    <message>
        <source>more data needs less dropout (Sennrich &amp; Zhang 2019, section 4.3).</source>
        <translation>plus de données demandent moins de dropout (Sennrich &amp; Zhang 2019, section 4.3).</translation>
    </message>
    <message>
        <source>{pairs} pairs: small vocabularies suit small corpora, since rare pieces are not learned (Sennrich &amp; Zhang 2019, section 4.2).</source>
        <translation>{pairs} paires&#xa0;: un petit vocabulaire convient à un petit corpus, car les sous-mots rares ne sont pas appris (Sennrich &amp; Zhang 2019, section 4.2).</translation>
    </message>
    <message>
        <source>30: no limit was given, and most small corpora are learned by then.</source>
        <translation>30&#xa0;: aucune limite n’était donnée, et la plupart des petits corpus sont appris d’ici là.</translation>
    </message>
    <message>
        <source>{schedule}: patience is the only limit, so that {fallen} has no end to fall towards.</source>
        <translation>{schedule}&#xa0;: patience est la seule limite, {fallen} n’aurait donc pas de fin vers laquelle descendre.</translation>
    </message>
    <message>
        <source>both sides share a script, so pieces can be shared and all embeddings tied (Press &amp; Wolf 2017).</source>
        <translation>les deux côtés ont la même écriture&#xa0;: les sous-mots peuvent être communs et tous les plongements partagés (Press &amp; Wolf 2017).</translation>
    </message>
    <message>
        <source>the sides have different scripts, so there is nothing to share.</source>
        <translation>les côtés ont des écritures différentes&#xa0;: il n’y a rien à partager.</translation>
    </message>
    <message>
        <source>the translation</source>
        <translation>la traduction</translation>
    </message>
    <message>
        <source>{hidden} units are enough for {pairs} pairs and train fast.</source>
        <translation>{hidden} unités suffisent pour {pairs} paires et s’entraînent vite.</translation>
    </message>
    <message>
        <source>about half the decoder&apos;s size, tied with the output layer.</source>
        <translation>environ la moitié de la taille du décodeur, partagé avec la couche de sortie.</translation>
    </message>
    <message>
        <source>two readings of a batch that must agree learned more in the same time from 29,000 pairs (Wu et al. 2021).</source>
        <translation>deux lectures d’un lot qui doivent s’accorder ont appris davantage dans le même temps à partir de 29 000 paires (Wu et al. 2021).</translation>
    </message>
    <message>
        <source>tried on few pairs only; of many, reading more comes first.</source>
        <translation>essayé sur peu de paires seulement&#xa0;; s’il y en a beaucoup, en lire davantage passe d’abord.</translation>
    </message>
    <message>
        <source>validated by the clock.</source>
        <translation>validé à l’horloge.</translation>
    </message>
    <message>
        <source>about fourteen looks at the run.</source>
        <translation>une quinzaine de regards sur l’essai.</translation>
    </message>
    <message>
        <source>twice the usual peak learned twice as fast in trials.</source>
        <translation>deux fois le maximum habituel a appris deux fois plus vite dans nos mesures.</translation>
    </message>
    <message>
        <source>a hundred steps settle Adam&apos;s statistics; longer lost time.</source>
        <translation>cent étapes stabilisent les statistiques d’Adam&#xa0;; davantage perdait du temps.</translation>
    </message>
    <message>
        <source>Szegedy et al. (2016); helps BLEU at every corpus size.</source>
        <translation>Szegedy et al. (2016)&#xa0;; améliore BLEU à toute taille de corpus.</translation>
    </message>
    <message>
        <source>unknown preset &apos;{name}&apos;</source>
        <translation>préréglage inconnu «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>the preset &apos;{name}&apos; is shipped with the program</source>
        <translation>le préréglage «&#xa0;{name}&#xa0;» est livré avec le programme</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>cannot be read as a preset: {reason}</source>
        <translation>ne se lit pas comme préréglage&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Do not trust it.</source>
        <translation>Ne vous y fiez pas.</translation>
    </message>
    <message>
        <source>holds no run (no {config} in one folder)</source>
        <translation>ne contient pas d’essai (pas de {config} dans un dossier)</translation>
    </message>
    <message>
        <source>Choose a file made by Export.</source>
        <translation>Choisissez un fichier produit par Exporter.</translation>
    </message>
    <message>
        <source>Make room on the disk first.</source>
        <translation>Faites d’abord de la place sur le disque.</translation>
    </message>
    <message>
        <source>cannot be read as a run archive: {reason}</source>
        <translation>ne se lit pas comme archive d’essai&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>is being trained by process {pid}</source>
        <translation>est en cours d’entraînement par le processus {pid}</translation>
    </message>
    <message>
        <source>is not a deleted run</source>
        <translation>n’est pas un essai supprimé</translation>
    </message>
    <message>
        <source>cannot be read as JSON: {reason}</source>
        <translation>ne se lit pas comme JSON&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>no such run folder</source>
        <translation>ce dossier d’essai n’existe pas</translation>
    </message>
    <message>
        <source>is not a run folder: it has no {config}</source>
        <translation>n’est pas un dossier d’essai&#xa0;: il n’a pas de {config}</translation>
    </message>
    <message>
        <source>the run folder exists</source>
        <translation>le dossier de l’essai existe</translation>
    </message>
    <message>
        <source>Stop that one first.</source>
        <translation>Arrêtez d’abord celui-là.</translation>
    </message>
    <message>
        <source>has no checkpoint yet</source>
        <translation>n’a pas encore de point de contrôle</translation>
    </message>
    <message>
        <source>Train it further first.</source>
        <translation>Entraînez-le d’abord plus longtemps.</translation>
    </message>
    <message>
        <source>has no checkpoint &apos;{which}&apos;</source>
        <translation>n’a pas de point de contrôle «&#xa0;{which}&#xa0;»</translation>
    </message>
    <message>
        <source>cannot be moved to the bin: {reason}</source>
        <translation>ne peut pas être mis à la corbeille&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>cannot be taken back: {reason}</source>
        <translation>ne peut pas être repris&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>&apos;{item}&apos; is not a link</source>
        <translation>«&#xa0;{item}&#xa0;» n’est pas un lien</translation>
    </message>
    <message>
        <source>Write i-j (sure) or i?j (possible).</source>
        <translation>Écrivez i-j (sûr) ou i?j (possible).</translation>
    </message>
    <message>
        <source>Open it with the version that wrote it.</source>
        <translation>Ouvrez-le avec la version qui l’a écrit.</translation>
    </message>
    <message>
        <source>translating</source>
        <translation>traduction</translation>
    </message>
    <message>
        <source>the {minutes} minutes are over</source>
        <translation>les {minutes} minutes sont écoulées</translation>
    </message>
    <message>
        <source>the minute is over</source>
        <translation>la minute est écoulée</translation>
    </message>
    <message>
        <source>{max_epochs:g} epochs done</source>
        <translation>{max_epochs:g} époques faites</translation>
    </message>
    <message>
        <source>{max_steps} steps done</source>
        <translation>{max_steps} étapes faites</translation>
    </message>
    <message>
        <source>no new best in {bad} validations</source>
        <translation>pas de nouveau meilleur en {bad} validations</translation>
    </message>
    <message>
        <source>building the model</source>
        <translation>construction du modèle</translation>
    </message>
    <message>
        <source>is truncated or no safetensors file ({error})</source>
        <translation>est tronqué ou n’est pas un fichier safetensors ({error})</translation>
    </message>
    <message>
        <source>Choose another name, or go on with that run{command_line}.</source>
        <translation>Choisissez un autre nom, ou continuez cet essai-là{command_line}.</translation>
    </message>
    <message>
        <source>Look at the list of runs{command_line}.</source>
        <translation>Consultez la liste des essais{command_line}.</translation>
    </message>
    <message>
        <source>Set training.max_minutes, training.max_epochs or training.max_steps, or training.schedule to plateau or inverse_sqrt.</source>
        <translation>Réglez training.max_minutes, training.max_epochs ou training.max_steps, ou mettez training.schedule à plateau ou inverse_sqrt.</translation>
    </message>
    <message>
        <source>Set training.max_minutes, training.max_epochs or training.max_steps, or training.validate_steps.</source>
        <translation>Réglez training.max_minutes, training.max_epochs ou training.max_steps, ou training.validate_steps.</translation>
    </message>
    <message>
        <source>{value}: {reason}</source>
        <translation>{value}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{epochs} readings fit in the time; it pays when there are more.</source>
        <translation>{epochs} lectures tiennent dans ce temps&#xa0;; cela vaut la peine quand il y en a davantage.</translation>
    </message>
    <message>
        <source>a larger model would not have read enough in this time on this machine.</source>
        <translation>un modèle plus grand n’aurait pas assez lu dans ce temps sur cette machine.</translation>
    </message>
    <message>
        <source>in few readings there is little to learn by heart.</source>
        <translation>en peu de lectures, il y a peu à apprendre par cœur.</translation>
    </message>
    <message>
        <source>about {epochs} readings of {pairs} pairs here, at {speed} target pieces a second.</source>
        <translation>environ {epochs} lectures de {pairs} paires ici, à {speed} morceaux cibles par seconde.</translation>
    </message>
    <message>
        <source>a short run translates fewer pairs at each look, so that most of its time goes into training.</source>
        <translation>un essai court traduit moins de paires à chaque regard, afin que l’essentiel du temps aille à l’entraînement.</translation>
    </message>
    <message>
        <source>Stop it there first. If it has ended without tidying up, delete {file}.</source>
        <translation>Arrêtez-le d’abord là-bas. S’il s’est terminé sans faire le ménage, supprimez {file}.</translation>
    </message>
    <message>
        <source>results hold what is no score, which is left out: {tests}</source>
        <translation>des résultats contiennent ce qui n’est pas un score&#xa0;; c’est laissé de côté&#xa0;: {tests}</translation>
    </message>
    <message>
        <source>{file}: an event {kind} cannot be read and is left out</source>
        <translation>{file}&#xa0;: un événement {kind} est illisible et a été laissé de côté</translation>
    </message>
    <message>
        <source>has no section [{section}]</source>
        <translation>n’a pas de section [{section}]</translation>
    </message>
    <message>
        <source>the beginning of a translation may have {most} pieces; this one has {n}</source>
        <translation>le début d’une traduction peut avoir {most} morceaux&#xa0;; celui-ci en a {n}</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Raccourcissez-le.</translation>
    </message>
    <message>
        <source>the model&apos;s scores are no numbers (not-a-number or infinite)</source>
        <translation>les scores du modèle ne sont pas des nombres (indéfinis ou infinis)</translation>
    </message>
    <message>
        <source>Use another checkpoint, or train the run again at a lower learning rate.</source>
        <translation>Utilisez un autre point de contrôle, ou refaites l’entraînement avec un taux d’apprentissage plus bas.</translation>
    </message>
    <message>
        <source>has its special pieces at {found} instead of {wanted}</source>
        <translation>a ses sous-mots spéciaux en {found} au lieu de {wanted}</translation>
    </message>
    <message>
        <source>is not a SentencePiece model: {reason}</source>
        <translation>n’est pas un modèle SentencePiece&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>step {step} is damaged ({problem}) and was left as it is</source>
        <translation>le pas {step} est endommagé ({problem}) et a été laissé tel quel</translation>
    </message>
    <message>
        <source>the checkpoint</source>
        <translation>le point de contrôle</translation>
    </message>
    <message>
        <source>says &apos;{name}&apos; is {value}</source>
        <translation>indique que «&#xa0;{name}&#xa0;» vaut {value}</translation>
    </message>
    <message>
        <source>the snapshot</source>
        <translation>l’instantané</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>the {seconds} seconds are over</source>
        <translation>les {seconds} secondes sont écoulées</translation>
    </message>
    <message>
        <source>the checkpoints</source>
        <translation>les points de contrôle</translation>
    </message>
    <message>
        <source>{what} will not fit on the disk ({folder}, {free} free, at least {needed} needed)</source>
        <translation>{what}&#xa0;: pas assez de place sur le disque ({folder}, {free} libres, au moins {needed} nécessaires)</translation>
    </message>
    <message>
        <source>saving a checkpoint</source>
        <translation>enregistrement d’un point de contrôle</translation>
    </message>
    <message>
        <source>stopped by request</source>
        <translation>arrêté à votre demande</translation>
    </message>
    <message>
        <source>diverged {where}: went back to step {back} and halved the rate</source>
        <translation>divergence {where}&#xa0;: retour à l’étape {back}, taux réduit de moitié</translation>
    </message>
    <message>
        <source>measuring the loss</source>
        <translation>mesure de la perte</translation>
    </message>
    <message>
        <source>writing a checkpoint</source>
        <translation>écriture d’un point de contrôle</translation>
    </message>
    <message>
        <source>the device has too little memory for this model and its batches</source>
        <translation>l’appareil a trop peu de mémoire pour ce modèle et ses lots</translation>
    </message>
    <message>
        <source>most validation sentences are too short for BLEU: chrF picks the best checkpoint</source>
        <translation>la plupart des phrases de validation sont trop courtes pour BLEU&#xa0;: chrF choisit le meilleur point de contrôle</translation>
    </message>
    <message>
        <source>the run diverged before its first checkpoint</source>
        <translation>l’essai a divergé avant son premier point de contrôle</translation>
    </message>
    <message>
        <source>the run diverged again {where}</source>
        <translation>l’essai a encore divergé {where}</translation>
    </message>
    <message>
        <source>Lower training.learning_rate or raise training.warmup_steps.</source>
        <translation>Baissez training.learning_rate ou montez training.warmup_steps.</translation>
    </message>
    <message>
        <source>is a {kind} archive</source>
        <translation>est une archive {kind}</translation>
    </message>
    <message>
        <source>is an archive of more than {most_members:,} files</source>
        <translation>est une archive de plus de {most_members:,} fichiers</translation>
    </message>
    <message>
        <source>Unpack it and choose the files inside.</source>
        <translation>Décompressez-le et choisissez les fichiers qu’il contient.</translation>
    </message>
    <message>
        <source>no such file in the archive</source>
        <translation>ce fichier n’existe pas dans l’archive</translation>
    </message>
    <message>
        <source>is protected by a password</source>
        <translation>est protégé par un mot de passe</translation>
    </message>
    <message>
        <source>is packed in a way that cannot be read here</source>
        <translation>est compressé d’une façon qui ne se lit pas ici</translation>
    </message>
    <message>
        <source>Unpack it and choose the files.</source>
        <translation>Décompressez-le et choisissez les fichiers.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is no character encoding that is known here</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas un encodage de caractères connu ici</translation>
    </message>
    <message>
        <source>Known, among others: utf-8, utf-16, windows-1252, windows-1250, windows-1251, shift-jis, gb18030.</source>
        <translation>Connus, entre autres&#xa0;: utf-8, utf-16, windows-1252, windows-1250, windows-1251, shift-jis, gb18030.</translation>
    </message>
    <message>
        <source>this row is not valid CSV</source>
        <translation>cette ligne n’est pas du CSV valide</translation>
    </message>
    <message>
        <source>Save the table again, as TSV.</source>
        <translation>Enregistrez le tableau de nouveau, en TSV.</translation>
    </message>
    <message>
        <source>a field of this row is longer than {most_field:,} characters</source>
        <translation>un champ de cette ligne dépasse {most_field:,} caractères</translation>
    </message>
    <message>
        <source>Look for a double quote that is never closed.</source>
        <translation>Cherchez un guillemet double qui n’est jamais fermé.</translation>
    </message>
    <message>
        <source>is larger than {number} MB, which no catalogue is</source>
        <translation>dépasse {number} Mo, ce qu’aucun catalogue ne fait</translation>
    </message>
    <message>
        <source>has more than {most_lines:,} lines, which no catalogue has</source>
        <translation>a plus de {most_lines:,} lignes, ce qu’aucun catalogue n’a</translation>
    </message>
    <message>
        <source>many entries hold bytes that are not valid {codec}, the encoding the catalogue names</source>
        <translation>de nombreuses entrées contiennent des octets non valides en {codec}, l’encodage que le catalogue indique</translation>
    </message>
    <message>
        <source>names the encoding &apos;{named}&apos;, which is unknown or no encoding of text</source>
        <translation>indique l’encodage «&#xa0;{named}&#xa0;», qui est inconnu ou n’est pas un encodage de texte</translation>
    </message>
    <message>
        <source>is not a compiled gettext catalogue (MO), or is cut off</source>
        <translation>n’est pas un catalogue gettext compilé (MO), ou est tronqué</translation>
    </message>
    <message>
        <source>is cut off: its tables name {count:,} messages</source>
        <translation>est tronqué&#xa0;: ses tables annoncent {count:,} messages</translation>
    </message>
    <message>
        <source>Copy or compile it again.</source>
        <translation>Copiez-le ou compilez-le de nouveau.</translation>
    </message>
    <message>
        <source>{path}: the messages are read as &apos;{asked}&apos;, though they are probably in &apos;{messages}&apos;</source>
        <translation>{path}&#xa0;: les messages sont lus comme «&#xa0;{asked}&#xa0;», bien qu’ils soient sans doute en «&#xa0;{messages}&#xa0;»</translation>
    </message>
    <message>
        <source>is cut off: message {number:,} of {count:,} lies behind its end</source>
        <translation>est tronqué&#xa0;: le message {number:,} sur {count:,} se trouve après sa fin</translation>
    </message>
    <message>
        <source>is JSON without sentence pairs</source>
        <translation>est du JSON sans paires de phrases</translation>
    </message>
    <message>
        <source>Known: an array of objects, an object around one, one object a line, or a map {{&quot;Open&quot;: &quot;Ouvrir&quot;}}.</source>
        <translation>Connus&#xa0;: un tableau d’objets, un objet autour d’un tel tableau, un objet par ligne, ou une table {{&quot;Open&quot;: &quot;Ouvrir&quot;}}.</translation>
    </message>
    <message>
        <source>is a map of identifiers to texts, which holds one language only</source>
        <translation>est une table d’identifiants et de textes, qui ne contient qu’une langue</translation>
    </message>
    <message>
        <source>Join it with the other language, as {{&quot;en&quot;: {{key: text}}, &quot;fr&quot;: {{key: text}}}} or as a table.</source>
        <translation>Joignez-le à l’autre langue, sous la forme {{&quot;en&quot;: {{key: text}}, &quot;fr&quot;: {{key: text}}}} ou en tableau.</translation>
    </message>
    <message>
        <source>Each element must be one object such as {{&quot;source&quot;: &quot;...&quot;, &quot;target&quot;: &quot;...&quot;}}.</source>
        <translation>Chaque élément doit être un objet comme {{&quot;source&quot;: &quot;...&quot;, &quot;target&quot;: &quot;...&quot;}}.</translation>
    </message>
    <message>
        <source>nested too deep, or a number too long</source>
        <translation>imbrication trop profonde, ou nombre trop long</translation>
    </message>
    <message>
        <source>is not a JSON array as the lines before it</source>
        <translation>n’est pas un tableau JSON comme les lignes précédentes</translation>
    </message>
    <message>
        <source>the line is longer than {number} MB</source>
        <translation>la ligne dépasse {number} Mo</translation>
    </message>
    <message>
        <source>A corpus has one sentence a line; perhaps this is another kind of file.</source>
        <translation>Un corpus a une phrase par ligne&#xa0;; c’est peut-être un autre type de fichier.</translation>
    </message>
    <message>
        <source>must be greater than {gt}</source>
        <translation>doit être supérieur à {gt}</translation>
    </message>
    <message>
        <source>must be at least {ge}</source>
        <translation>doit être au moins {ge}</translation>
    </message>
    <message>
        <source>must be less than {lt}</source>
        <translation>doit être inférieur à {lt}</translation>
    </message>
    <message>
        <source>must be at most {le}</source>
        <translation>doit être au plus {le}</translation>
    </message>
    <message>
        <source>must be {expected}</source>
        <translation>doit être {expected}</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>doit être un nombre entier</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>doit être un nombre</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>doit être vrai ou faux</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>doit être un texte</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is {value!r}: {reason}</source>
        <translation>«&#xa0;{name}&#xa0;» vaut {value!r}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Free some space there and try again.</source>
        <translation>Libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>Choose a folder on another disk.</source>
        <translation>Choisissez un dossier sur un autre disque.</translation>
    </message>
    <message>
        <source>character {number} of the line is a NUL character, which no text has</source>
        <translation>le caractère {number} de la ligne est un caractère NUL, qu’aucun texte ne contient</translation>
    </message>
    <message>
        <source>unpacks to more than {most_ratio} times its size, as no text does; it is refused for safety</source>
        <translation>se décompresse à plus de {most_ratio} fois sa taille, ce qu’aucun texte ne fait&#xa0;; refusé par sécurité</translation>
    </message>
    <message>
        <source>is an archive without a corpus file that can be read</source>
        <translation>est une archive sans fichier de corpus lisible</translation>
    </message>
    <message>
        <source>is an empty archive</source>
        <translation>est une archive vide</translation>
    </message>
    <message>
        <source>{archive}: {count} files are read one after the other: {names}</source>
        <translation>{archive}&#xa0;: {count} fichiers sont lus l’un après l’autre&#xa0;: {names}</translation>
    </message>
    <message>
        <source>is an archive that holds one side only ({name})</source>
        <translation>est une archive qui ne contient qu’un côté ({name})</translation>
    </message>
    <message>
        <source>is an archive of more than two languages</source>
        <translation>est une archive de plus de deux langues</translation>
    </message>
    <message>
        <source>Free some space there, then go on with the run{command_line}.</source>
        <translation>Libérez-y de la place, puis continuez l’essai{command_line}.</translation>
    </message>
    <message>
        <source>Free some space, then go on with the run{command_line}.</source>
        <translation>Libérez de la place, puis continuez l’essai{command_line}.</translation>
    </message>
    <message>
        <source>The checkpoint of step {step} is whole: free some space, then go on with the run{command_line}.</source>
        <translation>Le point de contrôle du pas {step} est intact&#xa0;: libérez de la place, puis continuez l’essai{command_line}.</translation>
    </message>
    <message>
        <source>does not fit the run ({reason})</source>
        <translation>ne correspond pas à l’essai ({reason})</translation>
    </message>
    <message>
        <source>Free some space there, then start again{command_line}.</source>
        <translation>Libérez-y de la place, puis redémarrez{command_line}.</translation>
    </message>
    <message>
        <source>Choose a smaller preset, or the CPU{command_line}.</source>
        <translation>Choisissez un préréglage plus petit, ou le processeur{command_line}.</translation>
    </message>
    <message>
        <source>other programs are busy: {count} of {most} threads calculate</source>
        <translation>d’autres programmes sont occupés&#xa0;: {count} fils sur {most} calculent</translation>
    </message>
    <message>
        <source>the run began with it</source>
        <translation>l’essai a commencé ainsi</translation>
    </message>
    <message>
        <source>One of the training processes ended unexpectedly.</source>
        <translation>L’un des processus d’entraînement s’est terminé de façon inattendue.</translation>
    </message>
    <message>
        <source>Choose a smaller model or a smaller batch, or close other programs.</source>
        <translation>Choisissez un modèle ou un lot plus petit, ou fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>{where}: {message}</source>
        <translation>{where}&#xa0;: {message}</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>La mémoire n’a pas suffi.</translation>
    </message>
    <message>
        <source>is a web page, perhaps saved in place of the file it links to</source>
        <translation>est une page web, peut-être enregistrée à la place du fichier vers lequel elle mène</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <source>is an old Office document, or another compound file</source>
        <translation>est un ancien document Office, ou un autre fichier composé</translation>
    </message>
    <message>
        <source>has no sheet &apos;{sheet}&apos;</source>
        <translation>n’a pas de feuille «&#xa0;{sheet}&#xa0;»</translation>
    </message>
    <message>
        <source>holds no translated unit</source>
        <translation>ne contient aucune unité traduite</translation>
    </message>
    <message>
        <source>is not well-formed XML, or is cut off: no element begins</source>
        <translation>n’est pas du XML bien formé, ou est tronqué&#xa0;: aucun élément ne commence</translation>
    </message>
    <message>
        <source>byte {byte} is not valid {codec}: the file seems to be in another encoding than it says</source>
        <translation>l’octet {byte} n’est pas valide en {codec}&#xa0;: le fichier semble avoir un autre encodage que celui qu’il indique</translation>
    </message>
    <message>
        <source>has elements nested too deeply: &lt;{tag}&gt;</source>
        <translation>a des éléments imbriqués trop profondément&#xa0;: &lt;{tag}&gt;</translation>
    </message>
    <message>
        <source>is not well-formed XML: {opener} without its end</source>
        <translation>n’est pas du XML bien formé&#xa0;: {opener} sans sa fin</translation>
    </message>
    <message>
        <source>belongs to another tokenizer</source>
        <translation>appartient à un autre tokeniseur</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>est endommagé</translation>
    </message>
    <message>
        <source>is not a profile of source sentences</source>
        <translation>n’est pas un profil de phrases source</translation>
    </message>
    <message>
        <source>Free some space there, or set WORKBENCH_HOME to a folder on another disk.</source>
        <translation>Faites-y de la place, ou réglez WORKBENCH_HOME sur un dossier d’un autre disque.</translation>
    </message>
    <message>
        <source>Choose another place, or check the folder&apos;s permissions.</source>
        <translation>Choisissez un autre emplacement, ou vérifiez les permissions du dossier.</translation>
    </message>
    <message>
        <source>Use letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, and begin with a letter.</source>
        <translation>Utilisez des lettres, des chiffres, «&#xa0;-&#xa0;», «&#xa0;_&#xa0;» et «&#xa0;.&#xa0;», et commencez par une lettre.</translation>
    </message>
    <message>
        <source>Set runtime.precision to auto or fp32.</source>
        <translation>Réglez runtime.precision sur auto ou fp32.</translation>
    </message>
    <message>
        <source>small batches learn more per sentence (Sennrich &amp; Zhang 2019, section 4.2), larger ones keep a GPU busy.</source>
        <translation>de petits lots apprennent plus par phrase (Sennrich &amp; Zhang 2019, section 4.2), de plus grands occupent un GPU.</translation>
    </message>
    <message>
        <source>small batches learn more per sentence (Sennrich &amp; Zhang 2019, section 4.2).</source>
        <translation>de petits lots apprennent plus par phrase (Sennrich &amp; Zhang 2019, section 4.2).</translation>
    </message>
    <message>
        <source>{schedule} falls towards the end of the run, and patience, the only limit, does not say when that is</source>
        <translation>{schedule} baisse vers la fin de l’essai, et patience, la seule limite, ne dit pas quand elle arrive</translation>
    </message>
    <message>
        <source>is the only limit and counts validations, of which there are none</source>
        <translation>est la seule limite et compte les validations, or il n’y en a pas</translation>
    </message>
    <message>
        <source>Export it without its state.</source>
        <translation>Exportez-le sans son état.</translation>
    </message>
    <message>
        <source>needs {needed} and only {free} are free on {root}</source>
        <translation>demande {needed}, et il n’y a que {free} de libre sur {root}</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>est un dossier</translation>
    </message>
    <message>
        <source>is being trained by another process</source>
        <translation>est en cours d’entraînement par un autre processus</translation>
    </message>
    <message>
        <source>is being trained by process {pid} on the computer &apos;{host}&apos; (started {since})</source>
        <translation>est en cours d’entraînement par le processus {pid} sur l’ordinateur «&#xa0;{host}&#xa0;» (démarré&#xa0;: {since})</translation>
    </message>
    <message>
        <source>Copy the folder under another name and work on the copy.</source>
        <translation>Copiez le dossier sous un autre nom et travaillez sur la copie.</translation>
    </message>
    <message>
        <source>came with the program and stays as it is</source>
        <translation>est venu avec le programme et reste tel quel</translation>
    </message>
    <message>
        <source>this processor, or this build of torch, has no int8 products</source>
        <translation>ce processeur, ou cette version de torch, n’a pas de produits int8</translation>
    </message>
    <message>
        <source>Translate without it.</source>
        <translation>Traduisez sans cette option.</translation>
    </message>
    <message>
        <source>none of its checkpoints can be read</source>
        <translation>aucun de ses points de contrôle n’est lisible</translation>
    </message>
    <message>
        <source>Copy the run from a backup.</source>
        <translation>Copiez l’essai depuis une sauvegarde.</translation>
    </message>
    <message>
        <source>The disk is nearly full ({folder}): {what} may need {most}, {free} are free.</source>
        <translation>Le disque est presque plein ({folder})&#xa0;: il faudra peut-être {most} pour {what}, {free} sont libres.</translation>
    </message>
    <message>
        <source>{name} could not take an event and gets no more ({why}); training goes on</source>
        <translation>{name} n’a pas pu recevoir un événement et n’en reçoit plus ({why})&#xa0;; l’entraînement continue</translation>
    </message>
    <message>
        <source>runtime.threads is {wanted}, more than the cores here: {cores} used</source>
        <translation>runtime.threads vaut {wanted}, plus que les cœurs présents&#xa0;: {cores} utilisés</translation>
    </message>
    <message>
        <source>no gain in {plateau_patience} validations: rate halved</source>
        <translation>aucun gain en {plateau_patience} validations&#xa0;: taux réduit de moitié</translation>
    </message>
    <message>
        <source>stopped before training began</source>
        <translation>arrêté avant le début de l’entraînement</translation>
    </message>
    <message>
        <source>the corpus is too small to fill one batch on every device</source>
        <translation>le corpus est trop petit pour remplir un lot sur chaque appareil</translation>
    </message>
    <message>
        <source>{found}: it was renamed to {aside}, and training goes on from step {value}</source>
        <translation>{found}&#xa0;: renommé en {aside}&#xa0;; l’entraînement continue à partir de l’étape {value}</translation>
    </message>
    <message>
        <source>out of memory: batches are now taken in {splits} parts</source>
        <translation>mémoire insuffisante&#xa0;: les lots sont maintenant pris en {splits} parts</translation>
    </message>
</context>
<context>
    <name>EvaluateDialog</name>
    <message>
        <source>Test a run</source>
        <translation>Tester un essai</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>Jeu de test</translation>
    </message>
    <message>
        <source>Sentences with references that the run has not trained on</source>
        <translation>Des phrases avec références que l’essai n’a pas vues à l’entraînement</translation>
    </message>
    <message>
        <source>{count} sentences</source>
        <translation>{count} phrases</translation>
    </message>
    <message>
        <source>with word alignments</source>
        <translation>avec alignements de mots</translation>
    </message>
    <message>
        <source>My own files…</source>
        <translation>Mes propres fichiers…</translation>
    </message>
    <message>
        <source>&amp;Start the test</source>
        <translation>&amp;Démarrer le test</translation>
    </message>
    <message>
        <source>Runs in the background and can be cancelled</source>
        <translation>Se fait en arrière-plan et peut être annulé</translation>
    </message>
    <message>
        <source>Source file, one sentence a line</source>
        <translation>Fichier source, une phrase par ligne</translation>
    </message>
    <message>
        <source>Reference file, line by line</source>
        <translation>Fichier de référence, ligne par ligne</translation>
    </message>
    <message>
        <source>Word alignments (optional)</source>
        <translation>Alignements de mots (facultatif)</translation>
    </message>
    <message>
        <source>optional: lines such as 0-0 1-2 2-1</source>
        <translation>facultatif&#xa0;: des lignes comme 0-0 1-2 2-1</translation>
    </message>
    <message>
        <source>Pharaoh format: source word - target word, counted from 0; ? instead of - for possible links</source>
        <translation>Format Pharaoh&#xa0;: mot source - mot cible, comptés à partir de 0&#xa0;; «&#xa0;?&#xa0;» au lieu de «&#xa0;-&#xa0;» pour les liens possibles</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Point de contrôle</translation>
    </message>
    <message>
        <source>Best: by the validation score. Last: the newest</source>
        <translation>Meilleur&#xa0;: selon le score de validation. Dernier&#xa0;: le plus récent</translation>
    </message>
    <message>
        <source>best</source>
        <translation>meilleur</translation>
    </message>
    <message>
        <source>last</source>
        <translation>dernier</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>étape {step}</translation>
    </message>
    <message>
        <source>Beam size</source>
        <translation>Taille du faisceau</translation>
    </message>
    <message>
        <source>1 is greedy and fastest; 5 is usual in papers</source>
        <translation>1 est glouton et le plus rapide&#xa0;; 5 est courant dans les articles</translation>
    </message>
    <message>
        <source>Sentences at most</source>
        <translation>Phrases au plus</translation>
    </message>
    <message>
        <source>all</source>
        <translation>toutes</translation>
    </message>
    <message>
        <source>For a first look; scores of a part are not comparable with others</source>
        <translation>Pour un premier aperçu&#xa0;; les scores d’une partie ne se comparent pas à d’autres</translation>
    </message>
    <message>
        <source>Ignore upper and lower case</source>
        <translation>Ignorer majuscules et minuscules</translation>
    </message>
    <message>
        <source>The signature of the score says so</source>
        <translation>La signature du score l’indique</translation>
    </message>
    <message>
        <source>&amp;Test set</source>
        <translation>&amp;Jeu de test</translation>
    </message>
    <message>
        <source>S&amp;ource file</source>
        <translation>Fichier s&amp;ource</translation>
    </message>
    <message>
        <source>&amp;Reference file</source>
        <translation>Fichier de &amp;référence</translation>
    </message>
    <message>
        <source>&amp;Alignments</source>
        <translation>Ali&amp;gnements</translation>
    </message>
    <message>
        <source>&amp;Checkpoint</source>
        <translation>Point de &amp;contrôle</translation>
    </message>
    <message>
        <source>&amp;Beam size</source>
        <translation>Taille du &amp;faisceau</translation>
    </message>
    <message>
        <source>Sentences at &amp;most</source>
        <translation>Phrases au &amp;plus</translation>
    </message>
    <message>
        <source>Choose a source file and a reference file with the same number of lines.</source>
        <translation>Choisissez un fichier source et un fichier de référence ayant le même nombre de lignes.</translation>
    </message>
</context>
<context>
    <name>ExampleList</name>
    <message>
        <source>The model is tested with these, not trained. A click translates one.</source>
        <translation>Le modèle est testé avec ces phrases, pas entraîné. Un clic en traduit une.</translation>
    </message>
    <message>
        <source>Example sentences</source>
        <translation>Phrases d’exemple</translation>
    </message>
    <message>
        <source>Type a text, or try a sentence of the model&apos;s own corpus</source>
        <translation>Saisissez un texte, ou essayez une phrase du corpus du modèle</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export {name}</source>
        <translation>Exporter {name}</translation>
    </message>
    <message>
        <source>TMX is what translation programs read, a table opens in a spreadsheet</source>
        <translation>Le TMX est lu par les logiciels de traduction, un tableau s’ouvre dans un tableur</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Translation memory (TMX)</source>
        <translation>Mémoire de traduction (TMX)</translation>
    </message>
    <message>
        <source>Table, columns by tabs (TSV)</source>
        <translation>Tableau, colonnes par tabulations (TSV)</translation>
    </message>
    <message>
        <source>Two text files, line by line</source>
        <translation>Deux fichiers texte, ligne à ligne</translation>
    </message>
    <message>
        <source>What the corpus holds out for validation and tests is a part of its own</source>
        <translation>Ce que le corpus met de côté pour la validation et les tests forme une partie à part</translation>
    </message>
    <message>
        <source>Which pairs</source>
        <translation>Quelles paires</translation>
    </message>
    <message>
        <source>All {count} pairs</source>
        <translation>Les {count} paires</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Which &amp;pairs</source>
        <translation>Quelles &amp;paires</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Choisir un fichier…</translation>
    </message>
    <message>
        <source>Say where to write, and begin</source>
        <translation>Dire où écrire, et commencer</translation>
    </message>
    <message>
        <source>TMX needs a corpus whose languages are known.</source>
        <translation>Le TMX demande un corpus dont les langues sont connues.</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose: {what}</source>
        <translation>Choisir&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Choisir le fichier</translation>
    </message>
</context>
<context>
    <name>FileTranslationDialog</name>
    <message>
        <source>Translate a file</source>
        <translation>Traduire un fichier</translation>
    </message>
    <message>
        <source>Plain text, one sentence a line; line by line the translation of “{model}” is written.</source>
        <translation>Texte brut, une phrase par ligne&#xa0;; la traduction de «&#xa0;{model}&#xa0;» est écrite ligne par ligne.</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Traduire</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Arrêter et garder</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>File to translate</source>
        <translation>Fichier à traduire</translation>
    </message>
    <message>
        <source>File for the translation</source>
        <translation>Fichier pour la traduction</translation>
    </message>
    <message>
        <source>Line by line the translation; while it grows it is called .partial</source>
        <translation>La traduction ligne par ligne&#xa0;; tant qu’elle grandit, elle s’appelle .partial</translation>
    </message>
    <message>
        <source>Translate the file</source>
        <translation>Traduire le fichier</translation>
    </message>
    <message>
        <source>Start translating</source>
        <translation>Commencer à traduire</translation>
    </message>
    <message>
        <source>Hold after the lines under way, or go on</source>
        <translation>Suspendre après les lignes en cours, ou continuer</translation>
    </message>
    <message>
        <source>Stop and keep what is done</source>
        <translation>Arrêter et garder ce qui est fait</translation>
    </message>
    <message>
        <source>Stop; the lines translated so far stay in the .partial file</source>
        <translation>Arrêter&#xa0;; les lignes déjà traduites restent dans le fichier .partial</translation>
    </message>
    <message>
        <source>Plain text, one sentence a line; a corpus, a table or a document must be saved as that first</source>
        <translation>Texte brut, une phrase par ligne&#xa0;; un corpus, un tableau ou un document doit d’abord être enregistré ainsi</translation>
    </message>
    <message>
        <source>Open the folder of the result</source>
        <translation>Ouvrir le dossier du résultat</translation>
    </message>
    <message>
        <source>Go on with an earlier try</source>
        <translation>Continuer une tentative précédente</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>into</source>
        <translation>vers</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>Ouverture du modèle…</translation>
    </message>
    <message>
        <source>Stopped before the first line.</source>
        <translation>Arrêté avant la première ligne.</translation>
    </message>
    <message>
        <source>Translating {file}</source>
        <translation>Traduction de {file}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Paused. {done} lines are done.</source>
        <translation>En pause. {done} lignes sont faites.</translation>
    </message>
    <message>
        <source>{done} of {total} lines</source>
        <translation>{done} lignes sur {total}</translation>
    </message>
    <message>
        <source>{lines}, {rate} a second, about {left} left</source>
        <translation>{lines}, {rate} par seconde, encore environ {left}</translation>
    </message>
    <message>
        <source>Done: {total} lines in {time}. The translation is in {path}.</source>
        <translation>Terminé&#xa0;: {total} lignes en {time}. La traduction est dans {path}.</translation>
    </message>
    <message>
        <source>Stopped: {done} of {total} lines are kept in {path}.</source>
        <translation>Arrêté&#xa0;: {done} lignes sur {total} sont gardées dans {path}.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 and was read as {encoding}; save it as UTF-8 if letters look wrong.</source>
        <translation>Le fichier n’est pas en UTF-8 et a été lu en {encoding}&#xa0;; enregistrez-le en UTF-8 si des lettres paraissent fausses.</translation>
    </message>
    <message>
        <source>{kept} lines are kept in {path}.</source>
        <translation>{kept} lignes sont gardées dans {path}.</translation>
    </message>
    <message>
        <source>The translation needs a file of its own.</source>
        <translation>La traduction a besoin d’un fichier à elle.</translation>
    </message>
    <message>
        <source>Go on after the {kept} lines of an earlier try</source>
        <translation>Continuer après les {kept} lignes d’une tentative précédente</translation>
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
        <translation>Glossaire</translation>
    </message>
    <message>
        <source>The words that the window uses, each in two sentences and an example.</source>
        <translation>Les mots que la fenêtre emploie, chacun en deux phrases et un exemple.</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Pages du guide</translation>
    </message>
    <message>
        <source>Six pages and a glossary</source>
        <translation>Six pages et un glossaire</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>Texte du guide</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>To where the last link was (Backspace)</source>
        <translation>Là où était le dernier lien (Retour arrière)</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>&amp;Visite de la fenêtre</translation>
    </message>
    <message>
        <source>Five bubbles that show where things are</source>
        <translation>Cinq bulles qui montrent où sont les choses</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>The guide opens again with F1</source>
        <translation>Le guide se rouvre avec F1</translation>
    </message>
</context>
<context>
    <name>HeatmapDrawing</name>
    <message>
        <source>1  share of a target token&apos;s probability lost</source>
        <extracomment>Size of text in a matrix that scrolls.</extracomment>
        <translation>1  part perdue de la probabilité d’un élément cible</translation>
    </message>
    <message>
        <source>1  probability lost</source>
        <translation>1  probabilité perdue</translation>
    </message>
    <message>
        <source>1  share of a target token&apos;s gradient times input</source>
        <translation>1  part du gradient fois entrée d’un élément cible</translation>
    </message>
    <message>
        <source>1  gradient times input</source>
        <translation>1  gradient fois entrée</translation>
    </message>
    <message>
        <source>1  share of a target token&apos;s attention</source>
        <translation>1  part de l’attention d’un token cible</translation>
    </message>
    <message>
        <source>1  attention</source>
        <translation>1  attention</translation>
    </message>
</context>
<context>
    <name>HeatmapView</name>
    <message>
        <source>Heat map</source>
        <translation>Carte de chaleur</translation>
    </message>
    <message>
        <source>No heat map: this model has no attention.</source>
        <translation>Pas de carte de chaleur&#xa0;: ce modèle n’a pas d’attention.</translation>
    </message>
</context>
<context>
    <name>HelpMark</name>
    <message>
        <source>What is this: {term}</source>
        <extracomment>Width of an explanation, in letters.</extracomment>
        <translation>Qu’est-ce que c’est&#xa0;: {term}</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>pairs</source>
        <translation>paires</translation>
    </message>
    <message>
        <source>Lengths of the sentences</source>
        <translation>Longueurs des phrases</translation>
    </message>
    <message>
        <source>How many sentences have which length. The dashed line is the longest that cleaning keeps.</source>
        <translation>Combien de phrases ont chaque longueur. La ligne en tirets marque la plus longue que le nettoyage garde.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>The language to translate from, as a tag such as en or pt-BR</source>
        <translation>La langue de départ, sous forme d’étiquette comme en ou pt-BR</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>The language to translate to, as a tag such as fr or zh-Hant</source>
        <translation>La langue d’arrivée, sous forme d’étiquette comme fr ou zh-Hant</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Swap the two sides</source>
        <translation>Échanger les deux côtés</translation>
    </message>
    <message>
        <source>Name of the corpus</source>
        <translation>Nom du corpus</translation>
    </message>
    <message>
        <source>Leave this import?</source>
        <translation>Quitter cette importation&#xa0;?</translation>
    </message>
    <message>
        <source>Letters, digits, - _ . ; runs will refer to the corpus by this name</source>
        <translation>Lettres, chiffres, - _ .&#xa0;; les essais désigneront le corpus par ce nom</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Take these pairs in</source>
        <translation>Prendre ces paires</translation>
    </message>
    <message>
        <source>Copy the pairs into your corpora; the files stay as they are (Ctrl+Return)</source>
        <translation>Copier les paires dans vos corpus&#xa0;; les fichiers restent comme ils sont (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Import and &amp;train</source>
        <translation>Importer et en&amp;traîner</translation>
    </message>
    <message>
        <source>Import, then go on to the train pane with this corpus chosen</source>
        <translation>Importer, puis aller au volet Entraîner avec ce corpus choisi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Ne pas importer</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>&amp;Vers</translation>
    </message>
    <message>
        <source>This cannot be the name of a corpus: {reason}.</source>
        <translation>Ceci ne peut pas être le nom d’un corpus&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Both sides are the same column; choose another one for one of them.</source>
        <translation>Les deux côtés sont la même colonne&#xa0;; choisissez-en une autre pour l’un d’eux.</translation>
    </message>
    <message>
        <source>Both sides are in the same language; choose another language or column for one of them.</source>
        <translation>Les deux côtés sont dans la même langue&#xa0;; choisissez une autre langue ou colonne pour l’un d’eux.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Leave the files alone (Escape asks first)</source>
        <translation>Laisser les fichiers (Échap demande d’abord)</translation>
    </message>
    <message>
        <source>Import {files}</source>
        <translation>Importer {files}</translation>
    </message>
    <message>
        <source>{size}, reading…</source>
        <translation>{size}, lecture…</translation>
    </message>
    <message>
        <source>Reading all pairs; you can import at once</source>
        <translation>Lecture de toutes les paires&#xa0;; vous pouvez déjà importer</translation>
    </message>
    <message>
        <source>There is a corpus called {name} already; choose another name.</source>
        <translation>Un corpus s’appelle déjà {name}&#xa0;; choisissez un autre nom.</translation>
    </message>
</context>
<context>
    <name>Influences</name>
    <message>
        <source>Being worked out…</source>
        <translation>Calcul en cours…</translation>
    </message>
    <message>
        <source>This translation was changed after the search (a word was copied), so that it cannot be read again.</source>
        <translation>Cette traduction a été modifiée après la recherche (un mot a été copié), elle ne peut donc pas être relue.</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>attention</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>écartée</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>gradient</translation>
    </message>
    <message>
        <source>{one} and {other} {tau}</source>
        <translation>{one} et {other} {tau}</translation>
    </message>
    <message>
        <source>How far they rank the source words alike (Kendall’s tau, 1 the same, 0 unrelated): {list}.</source>
        <translation>À quel point ils classent pareillement les mots source (tau de Kendall, 1 identique, 0 sans lien)&#xa0;: {list}.</translation>
    </message>
</context>
<context>
    <name>InspectionPage</name>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save what this page shows as SVG, PDF or PNG, or its numbers as CSV, JSON or NPZ.</source>
        <translation>Enregistrer ce que montre cette page en SVG, PDF ou PNG, ou ses nombres en CSV, JSON ou NPZ.</translation>
    </message>
    <message>
        <source>Save this page</source>
        <translation>Enregistrer cette page</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>This could not be saved: {error}</source>
        <translation>Ceci n’a pas pu être enregistré&#xa0;: {error}</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Enregistré sous {path}.</translation>
    </message>
</context>
<context>
    <name>JobProgress</name>
    <message>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop this; nothing half-done is kept</source>
        <translation>Arrêter&#xa0;; rien d’à moitié fait n’est gardé</translation>
    </message>
    <message>
        <source>Cancel what is running</source>
        <translation>Annuler ce qui est en cours</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
</context>
<context>
    <name>LanguageBox</name>
    <message>
        <source>not known</source>
        <extracomment>Offered besides what the files name.</extracomment>
        <translation>inconnue</translation>
    </message>
</context>
<context>
    <name>LearningList</name>
    <message>
        <source>Step {step}: {text}</source>
        <translation>Étape {step}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>The sentence through training</source>
        <translation>La phrase au fil de l’entraînement</translation>
    </message>
    <message>
        <source>The selected sentence translated by each checkpoint of the run; new words are marked. Click a step to see its alignment.</source>
        <translation>La phrase choisie, traduite par chaque point de contrôle de l’essai&#xa0;; les mots nouveaux sont marqués. Cliquez une étape pour voir son alignement.</translation>
    </message>
</context>
<context>
    <name>LookModel</name>
    <message>
        <source>No.</source>
        <extracomment>Sentences of a list that are written out.</extracomment>
        <translation>N°</translation>
    </message>
    <message>
        <source>Place in the test set</source>
        <translation>Rang dans le jeu de test</translation>
    </message>
    <message>
        <source>chrF</source>
        <translation>chrF</translation>
    </message>
    <message>
        <source>How near the translation is to the reference, 0 to 100</source>
        <translation>Proximité de la traduction avec la référence, de 0 à 100</translation>
    </message>
    <message>
        <source>Projected</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>chrF projected without the reference</source>
        <translation>chrF prévu sans la référence</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>What the projection means: likely usable, check, or redo</source>
        <translation>Ce que la prévision signifie&#xa0;: probablement utilisable, à vérifier ou à refaire</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Words of the source</source>
        <translation>Mots de la source</translation>
    </message>
    <message>
        <source>Mean prob.</source>
        <translation>Prob. moy.</translation>
    </message>
    <message>
        <source>Mean probability of the translation’s pieces</source>
        <translation>Probabilité moyenne des morceaux de la traduction</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Doute</translation>
    </message>
    <message>
        <source>Mean entropy over the pieces, in nats: how undecided the model was</source>
        <translation>Entropie moyenne des morceaux, en nats&#xa0;: à quel point le modèle hésitait</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Words of the translation for one of the source</source>
        <translation>Mots de la traduction pour un mot de la source</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lus</translation>
    </message>
    <message>
        <source>Share of the source words that no word of the translation looked at</source>
        <translation>Part des mots source qu’aucun mot de la traduction n’a regardés</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Jamais vus</translation>
    </message>
    <message>
        <source>Source words that do not occur in training</source>
        <translation>Mots source absents de l’entraînement</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>What was translated</source>
        <translation>Ce qui a été traduit</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>What the model wrote</source>
        <translation>Ce que le modèle a écrit</translation>
    </message>
</context>
<context>
    <name>LossView</name>
    <message>
        <source>Loss</source>
        <extracomment>Labelled lines at most; the newest win, or they would hide the curves. Validations are marked with dots up to so many; more would hide their line. The share of the run that &quot;recent&quot; shows, and how many points at least.</extracomment>
        <translation>Perte</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entraînement</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>lissée</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validation</translation>
    </message>
    <message>
        <source>best</source>
        <translation>meilleure</translation>
    </message>
    <message>
        <source>step</source>
        <translation>étape</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>époque</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>perplexité</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>objectif</translation>
    </message>
    <message>
        <source>Validation: cross-entropy per piece on sentences the model does not learn from.</source>
        <translation>Validation&#xa0;: entropie croisée par sous-mot sur des phrases dont le modèle n’apprend pas.</translation>
    </message>
    <message>
        <source>Training: cross-entropy per piece of the batches, without label smoothing and R-Drop, so that it can be compared with validation. The model&apos;s dropout is on, which raises it a little.</source>
        <translation>Entraînement&#xa0;: entropie croisée par sous-mot des lots, sans lissage des étiquettes ni R-Drop, pour être comparable à la validation. Le dropout du modèle est actif, ce qui l’augmente un peu.</translation>
    </message>
    <message>
        <source>Objective: what training makes small, with label smoothing and R-Drop. This run did not measure the plain cross-entropy, so the two curves cannot be compared.</source>
        <translation>Objectif&#xa0;: ce que l’entraînement réduit, avec lissage des étiquettes et R-Drop. Cet essai n’a pas mesuré l’entropie croisée simple, les deux courbes ne sont donc pas comparables.</translation>
    </message>
    <message>
        <source>The loss will appear here. It should fall: the lower, the better.</source>
        <translation>La perte apparaîtra ici. Elle doit baisser&#xa0;: plus elle est basse, mieux c’est.</translation>
    </message>
    <message>
        <source>Loss chart; arrow keys read the values</source>
        <translation>Graphique de la perte&#xa0;; les flèches lisent les valeurs</translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>L&amp;ogarithmique</translation>
    </message>
    <message>
        <source>Logarithmic loss axis: late progress becomes visible</source>
        <translation>Axe de perte logarithmique&#xa0;: les progrès tardifs deviennent visibles</translation>
    </message>
    <message>
        <source>&amp;Ignore outliers</source>
        <translation>Ignorer les e&amp;xtrêmes</translation>
    </message>
    <message>
        <source>Scale the axis so that rare peaks do not flatten the curve</source>
        <translation>Ajuster l’axe pour que de rares pics n’écrasent pas la courbe</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>A&amp;juster</translation>
    </message>
    <message>
        <source>Show everything again (double click)</source>
        <translation>Tout montrer de nouveau (double-clic)</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Tout l’essai</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récent</translation>
    </message>
    <message>
        <source>Show the whole run, or only its last quarter</source>
        <translation>Montrer tout l’essai, ou seulement son dernier quart</translation>
    </message>
    <message>
        <source>Part of the run that is shown</source>
        <translation>Partie de l’essai affichée</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>&amp;Lissage</translation>
    </message>
    <message>
        <source>How strongly the bold training curve is smoothed; the raw one always stays under it</source>
        <translation>Force du lissage de la courbe en gras&#xa0;; la courbe brute reste toujours dessous</translation>
    </message>
    <message>
        <source>Smoothing of the training curve</source>
        <translation>Lissage de la courbe d’entraînement</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Translation workbench</source>
        <extracomment>Name, module and class of each pane, in navigation order. The part of the status bar that tells what trains, at most. Work shorter than this is not mentioned in the status bar.</extracomment>
        <translation>Atelier de traduction</translation>
    </message>
    <message>
        <source>Drop the files to import them as a corpus</source>
        <translation>Déposez les fichiers pour les importer comme corpus</translation>
    </message>
    <message>
        <source>Drop a file to translate it, or to import it as a corpus</source>
        <translation>Déposez un fichier pour le traduire, ou pour l’importer comme corpus</translation>
    </message>
    <message>
        <source>The settings file is damaged; what could not be read is as at the first start: {path}</source>
        <translation>Le fichier des réglages est endommagé&#xa0;; ce qui n’a pas pu être lu est comme au premier démarrage&#xa0;: {path}</translation>
    </message>
    <message>
        <source>The settings cannot be saved: {path} cannot be written.</source>
        <translation>Les réglages ne peuvent pas être enregistrés&#xa0;: {path} n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <source>Import a corpus</source>
        <translation>Importer un corpus</translation>
    </message>
    <message>
        <source>Sentence pairs (*);;All files (*)</source>
        <translation>Paires de phrases (*);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open a run folder</source>
        <translation>Ouvrir le dossier d’un essai</translation>
    </message>
    <message>
        <source>There is nothing to open in what was dropped.</source>
        <translation>Il n’y a rien à ouvrir dans ce qui a été déposé.</translation>
    </message>
    <message>
        <source>Text size {percent} %</source>
        <translation>Taille du texte {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Something is still being worked on. Please switch the language afterwards.</source>
        <translation>Un travail est encore en cours. Changez de langue ensuite.</translation>
    </message>
    <message>
        <source>Closing after the checkpoint is saved…</source>
        <translation>Fermeture après l’enregistrement du point de contrôle…</translation>
    </message>
</context>
<context>
    <name>MeasuredModel</name>
    <message>
        <source>Log-probability a piece that the model gives its own translation</source>
        <extracomment>Sentences of a picture; a file of numbers has them all.</extracomment>
        <translation>Log-probabilité par morceau que le modèle donne à sa propre traduction</translation>
    </message>
    <message>
        <source>Share of the words of both translations that only one of them has</source>
        <translation>Part des mots des deux traductions que l’une des deux seulement contient</translation>
    </message>
    <message>
        <source>Share of the words of both that are linked with other words of the source</source>
        <translation>Part des mots communs qui sont liés à d’autres mots de la source</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Score A</source>
        <translation>Score A</translation>
    </message>
    <message>
        <source>Score B</source>
        <translation>Score B</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Copy the pairs in the background; can be cancelled</source>
        <translation>Copier les paires en arrière-plan&#xa0;; peut être interrompu</translation>
    </message>
    <message>
        <source>Copy or merge</source>
        <translation>Copier ou fusionner</translation>
    </message>
    <message>
        <source>&amp;Make it</source>
        <translation>&amp;Créer</translation>
    </message>
    <message>
        <source>The pairs of {name} become a new corpus of your own, together with those of the corpora that are ticked. All of them stay as they are. What one of them holds out for tests is kept out of the training pairs.</source>
        <translation>Les paires de {name} forment un nouveau corpus à vous, avec celles des corpus cochés. Tous restent tels quels. Ce que l’un d’eux met de côté pour les tests est tenu hors des paires d’entraînement.</translation>
    </message>
    <message>
        <source>Corpora of the same languages, in either direction; Space ticks one</source>
        <translation>Corpus des mêmes langues, dans un sens ou dans l’autre&#xa0;; la barre d’espace en coche un</translation>
    </message>
    <message>
        <source>Corpora to merge with</source>
        <translation>Corpus à fusionner</translation>
    </message>
    <message>
        <source>{title} · {pairs} pairs</source>
        <translation>{title} · {pairs} paires</translation>
    </message>
    <message>
        <source>There is no other corpus of these languages.</source>
        <translation>Il n’y a pas d’autre corpus de ces langues.</translation>
    </message>
    <message>
        <source>{name}-copy</source>
        <translation>{name}-copie</translation>
    </message>
    <message>
        <source>{count} pairs together</source>
        <translation>{count} paires ensemble</translation>
    </message>
</context>
<context>
    <name>Meters</name>
    <message>
        <source>This program uses {own}; {used} of {total} of the computer&apos;s memory are in use.</source>
        <translation>Ce programme utilise {own}&#xa0;; {used} sur {total} de la mémoire de l’ordinateur sont occupés.</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>How busy all processor cores are together</source>
        <translation>Charge de tous les cœurs du processeur ensemble</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Mémoire utilisée</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>How busy the graphics card is; near 0 means unused</source>
        <translation>Charge de la carte graphique&#xa0;; près de 0, elle ne sert pas</translation>
    </message>
    <message>
        <source>GPU mem.</source>
        <translation>Mém. GPU</translation>
    </message>
    <message>
        <source>Memory of the graphics card in use</source>
        <translation>Mémoire utilisée de la carte graphique</translation>
    </message>
</context>
<context>
    <name>ModelBar</name>
    <message>
        <source>{run}  (training now)</source>
        <translation>{run}  (en cours d’entraînement)</translation>
    </message>
    <message>
        <source>Best (step {step})</source>
        <translation>Meilleur (ét. {step})</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Meilleur</translation>
    </message>
    <message>
        <source>Latest (step {step})</source>
        <translation>Dernier (ét. {step})</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>Étape {step}</translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>Pause on each checkpoint while playing.</extracomment>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Through training</source>
        <translation>Au fil de l’entraînement</translation>
    </message>
    <message>
        <source>The run whose model translates; the one that trains now works too.</source>
        <translation>L’essai dont le modèle traduit&#xa0;; celui qui s’entraîne maintenant convient aussi.</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Point de contrôle</translation>
    </message>
    <message>
        <source>Best on the validation set, the latest, or any step that was kept.</source>
        <translation>Le meilleur sur le jeu de validation, le dernier, ou toute étape gardée.</translation>
    </message>
    <message>
        <source>Checkpoint by step</source>
        <translation>Point de contrôle par étape</translation>
    </message>
    <message>
        <source>Slide from the first checkpoint to the last and watch the translation and its links sharpen.</source>
        <translation>Glissez du premier point de contrôle au dernier et regardez la traduction et ses liens se préciser.</translation>
    </message>
    <message>
        <source>Play through training</source>
        <translation>Dérouler l’entraînement</translation>
    </message>
    <message>
        <source>Show one checkpoint after the other.</source>
        <translation>Montrer un point de contrôle après l’autre.</translation>
    </message>
</context>
<context>
    <name>NbestList</name>
    <message>
        <source>(nothing)</source>
        <translation>(rien)</translation>
    </message>
    <message>
        <source>{number}: {text}, score {score}</source>
        <translation>{number}&#xa0;: {text}, score {score}</translation>
    </message>
    <message>
        <source>N-best list</source>
        <translation>Liste N-best</translation>
    </message>
    <message>
        <source>The best translations found, with their score: log-probability a piece, higher is better.</source>
        <translation>Les meilleures traductions trouvées, avec leur score&#xa0;: log-probabilité par sous-mot, plus c’est haut, mieux c’est.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Also Ctrl+Z while this message is open</source>
        <translation>Ou Ctrl+Z tant que ce message est ouvert</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Copy the technical details to the clipboard, for a report</source>
        <translation>Copier les détails techniques dans le presse-papiers, pour un signalement</translation>
    </message>
    <message>
        <source>Copy the technical details</source>
        <translation>Copier les détails techniques</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message>
        <source>Training failed: {run}</source>
        <translation>L’entraînement a échoué&#xa0;: {run}</translation>
    </message>
    <message>
        <source>Training finished: {run}</source>
        <translation>L’entraînement est terminé&#xa0;: {run}</translation>
    </message>
    <message>
        <source>Training failed</source>
        <translation>L’entraînement a échoué</translation>
    </message>
    <message>
        <source>What was saved before is kept; the run can be continued from its checkpoint.</source>
        <translation>Ce qui était déjà enregistré est gardé&#xa0;; l’essai peut reprendre depuis son point de contrôle.</translation>
    </message>
</context>
<context>
    <name>OtherDirection</name>
    <message>
        <source>This looks like {found}; the model reads {wanted}.</source>
        <extracomment>So many words of a text, and more than this share of them, must be unknown before it is said. Several changes to the runs at once are looked at once.</extracomment>
        <translation>Ce texte semble être en {found}&#xa0;; le modèle lit {wanted}.</translation>
    </message>
    <message>
        <source>The model has not seen many of these words in training: their translation is a guess.</source>
        <translation>Le modèle n’a pas vu beaucoup de ces mots à l’entraînement&#xa0;: leur traduction est une supposition.</translation>
    </message>
</context>
<context>
    <name>PairBrowser</name>
    <message>
        <source>Finds pairs with these words on either side, in any letter case (Ctrl+F)</source>
        <extracomment>Typing a word searches once. Several changes in a row are told to the others once: the report reads the whole corpus again.</extracomment>
        <translation>Trouve les paires avec ces mots d’un côté ou de l’autre, majuscules ou non (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the pairs</source>
        <translation>Chercher dans les paires</translation>
    </message>
    <message>
        <source>Only pairs that were left out or edited</source>
        <translation>Seulement les paires écartées ou modifiées</translation>
    </message>
    <message>
        <source>Chan&amp;ged only</source>
        <translation>Modifiées seu&amp;lement</translation>
    </message>
    <message>
        <source>Pairs of the corpus</source>
        <translation>Paires du corpus</translation>
    </message>
    <message>
        <source>Delete leaves the selected pairs out, F2 edits one</source>
        <translation>Suppr écarte les paires choisies, F2 en modifie une</translation>
    </message>
    <message>
        <source>Pairs before</source>
        <translation>Paires précédentes</translation>
    </message>
    <message>
        <source>The pairs before these</source>
        <translation>Les paires avant celles-ci</translation>
    </message>
    <message>
        <source>Pairs after</source>
        <translation>Paires suivantes</translation>
    </message>
    <message>
        <source>The pairs after these</source>
        <translation>Les paires après celles-ci</translation>
    </message>
    <message>
        <source>Leave the selected pairs out wherever the corpus is read; can be undone (Delete)</source>
        <translation>Écarter les paires choisies partout où le corpus est lu&#xa0;; peut être annulé (Suppr)</translation>
    </message>
    <message>
        <source>Write the selected pair anew; what was imported stays beside it (F2)</source>
        <translation>Récrire la paire choisie&#xa0;; ce qui a été importé reste à côté (F2)</translation>
    </message>
    <message>
        <source>Make the selected pairs what they were when they were imported</source>
        <translation>Rendre aux paires choisies leur état à l’importation</translation>
    </message>
    <message>
        <source>Leave &amp;out</source>
        <translation>É&amp;carter</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Take the last change of this corpus back (Ctrl+Z)</source>
        <translation>Annuler la dernière modification de ce corpus (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Do again what was undone (Ctrl+Y)</source>
        <translation>Refaire ce qui a été annulé (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refaire</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>écartée</translation>
    </message>
    <message>
        <source>Imported as: {source} – {target}</source>
        <translation>Importée ainsi&#xa0;: {source} – {target}</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>rien trouvé</translation>
    </message>
    <message>
        <source>{first}–{last} of {total}</source>
        <translation>{first}–{last} sur {total}</translation>
    </message>
    <message>
        <source>This corpus came with the program and stays as it is. Copy it first: More, Copy or merge.</source>
        <translation>Ce corpus est venu avec le programme et reste tel quel. Copiez-le d’abord&#xa0;: Plus, Copier ou fusionner.</translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Edit the pair</source>
        <extracomment>Room for so many lines of so many letters; larger dialogs give the fields more.</extracomment>
        <translation>Modifier la paire</translation>
    </message>
    <message>
        <source>The change counts wherever the corpus is read from now on. What was imported stays beside it.</source>
        <translation>La modification compte désormais partout où le corpus est lu. Ce qui a été importé reste à côté.</translation>
    </message>
    <message>
        <source>&amp;Change the pair</source>
        <translation>&amp;Modifier la paire</translation>
    </message>
    <message>
        <source>As &amp;imported</source>
        <translation>Comme &amp;importée</translation>
    </message>
    <message>
        <source>Keep what stands here (Ctrl+Enter)</source>
        <translation>Garder ce qui est écrit ici (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Put the two sides back to what they were</source>
        <translation>Remettre les deux côtés dans leur premier état</translation>
    </message>
    <message>
        <source>A line break becomes a blank</source>
        <translation>Un saut de ligne devient une espace</translation>
    </message>
</context>
<context>
    <name>PairList</name>
    <message>
        <source>Training pairs, nearest first. Words that are those of your sentence, or of its translation, are marked. Enter or a double click translates the training sentence.</source>
        <translation>Paires d’entraînement, les plus proches d’abord. Les mots de votre phrase, ou de sa traduction, sont marqués. Entrée ou un double clic traduit la phrase d’entraînement.</translation>
    </message>
    <message>
        <source>Nearest training pairs</source>
        <translation>Paires d’entraînement les plus proches</translation>
    </message>
    <message>
        <source>{likeness}, the very sentence</source>
        <translation>{likeness}, la phrase même</translation>
    </message>
    <message>
        <source>{likeness}, the very translation</source>
        <translation>{likeness}, la traduction même</translation>
    </message>
</context>
<context>
    <name>PartedList</name>
    <message>
        <source>Enter or a double click translates the sentence.</source>
        <extracomment>Links of one kind that are named. Sentences of a picture; a file of numbers has them all.</extracomment>
        <translation>Entrée ou un double clic traduit la phrase.</translation>
    </message>
    <message>
        <source>Sentences where they part</source>
        <translation>Phrases où ils divergent</translation>
    </message>
    <message>
        <source>Error rate {share}</source>
        <translation>Taux d’erreur {share}</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>end</source>
        <extracomment>Isolates of Unicode UAX #9: what is between them is laid out as if it stood alone.</extracomment>
        <translation>fin</translation>
    </message>
    <message>
        <source>the end of the sentence</source>
        <translation>la fin de la phrase</translation>
    </message>
    <message>
        <source>{target} gave {weight} of its attention to {source}.</source>
        <translation>{target} a donné {weight} de son attention à {source}.</translation>
    </message>
    <message>
        <source>{token} looked at {list}.</source>
        <translation>{token} a regardé {list}.</translation>
    </message>
    <message>
        <source>{token} was looked at by {list}.</source>
        <translation>{token} a été regardé par {list}.</translation>
    </message>
    <message>
        <source>{token}.</source>
        <translation>{token}.</translation>
    </message>
    <message>
        <source>The model was {share} sure of it.</source>
        <translation>Le modèle en était sûr à {share}.</translation>
    </message>
    <message>
        <source>The model was {share} sure of its {count} pieces together.</source>
        <translation>Le modèle était sûr à {share} de ses {count} morceaux ensemble.</translation>
    </message>
    <message>
        <source>It was not seen in training.</source>
        <translation>Il n’a pas été vu à l’entraînement.</translation>
    </message>
    <message>
        <source>It was copied from the source text.</source>
        <translation>Il a été copié du texte source.</translation>
    </message>
    <message>
        <source>You fixed this part.</source>
        <translation>Vous avez imposé cette partie.</translation>
    </message>
    <message>
        <source>Without these, {token} loses so much of its probability: {list}.</source>
        <translation>Sans ceux-ci, {token} perd cette part de sa probabilité&#xa0;: {list}.</translation>
    </message>
    <message>
        <source>Without {token}, these lose so much of their probability: {list}.</source>
        <translation>Sans {token}, ceux-ci perdent cette part de leur probabilité&#xa0;: {list}.</translation>
    </message>
    <message>
        <source>The gradient of {token} points at {list}.</source>
        <translation>Le gradient de {token} désigne {list}.</translation>
    </message>
    <message>
        <source>{token} is in the gradient of {list}.</source>
        <translation>{token} est dans le gradient de {list}.</translation>
    </message>
    <message>
        <source>{source} has {weight} of the gradient of {target}; below zero it spoke against.</source>
        <translation>{source} a {weight} du gradient de {target}&#xa0;; au-dessous de zéro, il parlait contre.</translation>
    </message>
    <message>
        <source>Without {source} the model gives {target} {weight} less probability.</source>
        <translation>Sans {source}, le modèle donne à {target} {weight} de probabilité en moins.</translation>
    </message>
    <message>
        <source>Without {source} the model gives {target} {weight} times the probability.</source>
        <translation>Sans {source}, le modèle donne à {target} {weight} fois la probabilité.</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>Not seen in training: its translation is a guess, or a copy.</source>
        <extracomment>Partners weaker than this are not coloured in the texts.</extracomment>
        <translation>Pas vu à l’entraînement&#xa0;: sa traduction est une supposition, ou une copie.</translation>
    </message>
    <message>
        <source>Copied from the source text.</source>
        <translation>Copié du texte source.</translation>
    </message>
</context>
<context>
    <name>PicturePanel</name>
    <message>
        <source>Point at a word to see its partners. Click a word of the translation for what else the model considered.</source>
        <translation>Survolez un mot pour voir ses partenaires. Cliquez un mot de la traduction pour voir ce que le modèle envisageait d’autre.</translation>
    </message>
    <message>
        <source>Links from {weight}</source>
        <translation>Liens à partir de {weight}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Mots entiers</translation>
    </message>
    <message>
        <source>This model has no attention.</source>
        <translation>Ce modèle n’a pas d’attention.</translation>
    </message>
    <message>
        <source>Drag a link to another source word (or press M): what if it had looked there?</source>
        <translation>Faites glisser un lien vers un autre mot source (ou appuyez sur M)&#xa0;: et s’il avait regardé là&#xa0;?</translation>
    </message>
    <message>
        <source>{model}: {kind}</source>
        <translation>{model}&#xa0;: {kind}</translation>
    </message>
    <message>
        <source>On: pieces of a word are merged; their attention is added on the source side and averaged on the target side. Off: the pieces the model really works with.</source>
        <translation>Activé&#xa0;: les sous-mots d’un mot sont réunis&#xa0;; leur attention est additionnée côté source et moyennée côté cible. Désactivé&#xa0;: les sous-mots avec lesquels le modèle travaille vraiment.</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Colour each word of the translation by the probability the model gave it: warm is unsure.</source>
        <translation>Colorer chaque mot de la traduction selon la probabilité que le modèle lui a donnée&#xa0;: une couleur chaude signale un doute.</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Carte de chaleur</translation>
    </message>
    <message>
        <source>Show the same numbers as a matrix: one row a target token, one column a source token.</source>
        <translation>Montrer les mêmes nombres en matrice&#xa0;: une ligne par token cible, une colonne par token source.</translation>
    </message>
    <message>
        <source>Save the picture as SVG, PDF or PNG, or the numbers as CSV, JSON or NPZ.</source>
        <translation>Enregistrer l’image en SVG, PDF ou PNG, ou les nombres en CSV, JSON ou NPZ.</translation>
    </message>
    <message>
        <source>Attention: what the model looked at. Left out: what a word loses when a word of the source is taken away. Gradient: which words of the source a word is most sensitive to.</source>
        <translation>Attention&#xa0;: ce que le modèle a regardé. Omission&#xa0;: ce qu’un mot perd quand on enlève un mot de la source. Gradient&#xa0;: à quels mots de la source un mot est le plus sensible.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est montré</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omission</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Copy the picture to the clipboard, for slides or a text</source>
        <translation>Copier l’image dans le presse-papiers, pour des diapositives ou un texte</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Show the picture large on the whole screen, for a projector (F11)</source>
        <translation>Montrer l’image en grand sur tout l’écran, pour un projecteur (F11)</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Présenter</translation>
    </message>
    <message>
        <source>&amp;Both pictures…</source>
        <translation>Les &amp;deux images…</translation>
    </message>
    <message>
        <source>&amp;Alignment…</source>
        <translation>&amp;Alignement…</translation>
    </message>
    <message>
        <source>&amp;Heat map…</source>
        <translation>Carte de c&amp;haleur…</translation>
    </message>
    <message>
        <source>&amp;Numbers (CSV, JSON, NPZ)…</source>
        <translation>&amp;Nombres (CSV, JSON, NPZ)…</translation>
    </message>
    <message>
        <source>&amp;Copy as a picture</source>
        <translation>&amp;Copier comme image</translation>
    </message>
    <message>
        <source>Weakest link shown</source>
        <translation>Lien le plus faible affiché</translation>
    </message>
    <message>
        <source>Links weaker than this are not drawn; the heat map shows all.</source>
        <translation>Les liens plus faibles ne sont pas dessinés&#xa0;; la carte de chaleur montre tout.</translation>
    </message>
    <message>
        <source>The same translation read again without a word: it shows what that reading lost, and a sentence without a word may mean something else.</source>
        <translation>La même traduction relue sans un mot&#xa0;: on voit ce que cette lecture a perdu, et une phrase sans un mot peut vouloir dire autre chose.</translation>
    </message>
    <message>
        <source>Gradient times input (Ding et al. 2019): a first approximation that says little where the model is sure.</source>
        <translation>Gradient fois entrée (Ding et al. 2019)&#xa0;: une première approximation, qui dit peu là où le modèle est sûr.</translation>
    </message>
    <message>
        <source>Attention shows what the model looked at, not why it chose a word (Koehn &amp; Knowles 2017).</source>
        <translation>L’attention montre ce que le modèle a regardé, pas pourquoi il a choisi un mot (Koehn &amp; Knowles 2017).</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Source: {source} Translation: {target}</source>
        <translation>Source&#xa0;: {source} Traduction&#xa0;: {target}</translation>
    </message>
    <message>
        <source>Arrow keys choose where the weight goes, now to {source}. Enter moves it, Escape leaves it.</source>
        <translation>Les flèches choisissent où va le poids, maintenant vers {source}. Entrée le déplace, Échap le laisse.</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>steps</source>
        <extracomment>A curve with more points than this is drawn as the highest and lowest value of each piece.</extracomment>
        <translation>étapes</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Presentation</source>
        <extracomment>Lines of the picture&apos;s words that the screen is high, and of the words around it.</extracomment>
        <translation>Présentation</translation>
    </message>
    <message>
        <source>← → words     ↑ ↓ sentences     Page up, Page down or Shift with ← → checkpoints     Esc ends</source>
        <translation>← → mots     ↑ ↓ phrases     Page préc., Page suiv. ou Maj avec ← → points de contrôle     Échap termine</translation>
    </message>
    <message>
        <source>Arrow keys walk along the words and through the sentences, page keys through the checkpoints.</source>
        <translation>Les flèches parcourent les mots et les phrases, les touches de page les points de contrôle.</translation>
    </message>
    <message>
        <source>Alignment, large</source>
        <translation>Alignement, en grand</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Sentence {number} of {count}</source>
        <translation>Phrase {number} sur {count}</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Waiting trainings, next one first</source>
        <translation>Entraînements en attente, le prochain en premier</translation>
    </message>
    <message>
        <source>Start ne&amp;xt</source>
        <translation>Démarrer le sui&amp;vant</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Waiting trainings: {count}</source>
        <translation>Entraînements en attente&#xa0;: {count}</translation>
    </message>
    <message>
        <source>They wait until you start them: the running training is being stopped.</source>
        <translation>Ils attendent que vous les démarriez&#xa0;: l’entraînement en cours est en train de s’arrêter.</translation>
    </message>
    <message>
        <source>Nothing trains now. Press “Start next” to go on with them.</source>
        <translation>Rien ne s’entraîne en ce moment. Appuyez sur «&#xa0;Démarrer le suivant&#xa0;» pour continuer.</translation>
    </message>
    <message>
        <source>Drag to reorder, or use Alt+Up and Alt+Down; Delete removes</source>
        <extracomment>Rows that are seen at once.</extracomment>
        <translation>Glissez pour réordonner, ou utilisez Alt+Haut et Alt+Bas&#xa0;; Suppr retire</translation>
    </message>
    <message>
        <source>Start the first waiting training now</source>
        <translation>Démarrer maintenant le premier entraînement en attente</translation>
    </message>
    <message>
        <source>Run this one earlier (Alt+Up)</source>
        <translation>Faire passer celui-ci plus tôt (Alt+Haut)</translation>
    </message>
    <message>
        <source>Run this one later (Alt+Down)</source>
        <translation>Faire passer celui-ci plus tard (Alt+Bas)</translation>
    </message>
    <message>
        <source>Do not run this one (Delete)</source>
        <translation>Ne pas exécuter celui-ci (Suppr)</translation>
    </message>
    <message>
        <source>The first one starts when the running training ends.</source>
        <translation>Le premier démarre quand l’entraînement en cours se termine.</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Give it this name</source>
        <translation>Lui donner ce nom</translation>
    </message>
    <message>
        <source>Rename the corpus</source>
        <translation>Renommer le corpus</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>Runs that learnt from it keep what they learnt and still find it; so does what waits to be trained.</source>
        <translation>Les essais qui en ont appris gardent ce qu’ils ont appris et le retrouvent, comme ceux qui attendent.</translation>
    </message>
</context>
<context>
    <name>RuleModel</name>
    <message>
        <source>Empty side</source>
        <translation>Côté vide</translation>
    </message>
    <message>
        <source>One side has no text.</source>
        <translation>Un côté n’a pas de texte.</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Trop long</translation>
    </message>
    <message>
        <source>Markup or address only</source>
        <translation>Balises ou adresse seules</translation>
    </message>
    <message>
        <source>One side is only tags or web addresses.</source>
        <translation>Un côté ne contient que des balises ou des adresses web.</translation>
    </message>
    <message>
        <source>Identical sides</source>
        <translation>Côtés identiques</translation>
    </message>
    <message>
        <source>Both sides are the same text: not translated.</source>
        <translation>Les deux côtés sont le même texte&#xa0;: non traduit.</translation>
    </message>
    <message>
        <source>Lengths far apart</source>
        <translation>Longueurs très différentes</translation>
    </message>
    <message>
        <source>Wrong script</source>
        <translation>Mauvaise écriture</translation>
    </message>
    <message>
        <source>Most letters are not those of the language.</source>
        <translation>La plupart des lettres ne sont pas celles de la langue.</translation>
    </message>
    <message>
        <source>Repeated pair</source>
        <translation>Paire répétée</translation>
    </message>
    <message>
        <source>The same pair came before; one copy is kept.</source>
        <translation>La même paire est déjà passée&#xa0;; un exemplaire est gardé.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paires</translation>
    </message>
    <message>
        <source>Tick a rule to leave such pairs out of training; nothing is deleted</source>
        <translation>Cocher une règle pour écarter ces paires de l’entraînement&#xa0;; rien n’est supprimé</translation>
    </message>
    <message>
        <source>One side is longer than {count} characters.</source>
        <translation>Un côté a plus de {count} caractères.</translation>
    </message>
    <message>
        <source>One side is more than {times} times as long as the other: often misaligned.</source>
        <translation>Un côté est plus de {times} fois plus long que l’autre&#xa0;: souvent mal aligné.</translation>
    </message>
    <message>
        <source>Pairs that the rule meets, each rule counted by itself</source>
        <translation>Paires que la règle touche, chaque règle comptée seule</translation>
    </message>
    <message>
        <source>default</source>
        <translation>par défaut</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>proposée</translation>
    </message>
    <message>
        <source>left to you</source>
        <translation>à vous de voir</translation>
    </message>
</context>
<context>
    <name>RuleTable</name>
    <message>
        <source>Cleaning rules</source>
        <translation>Règles de nettoyage</translation>
    </message>
    <message>
        <source>Space switches a rule; its examples are shown below</source>
        <translation>Espace bascule une règle&#xa0;; ses exemples s’affichent dessous</translation>
    </message>
    <message>
        <source>Space switches a rule</source>
        <translation>La barre d’espace coche une règle</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>The settings of {name} are filled in. Change what you like, then press Start.</source>
        <extracomment>Replaced in tests.</extracomment>
        <translation>Les réglages de {name} sont repris. Changez ce que vous voulez, puis appuyez sur Démarrer.</translation>
    </message>
    <message>
        <source>The folder is {path}</source>
        <translation>Le dossier est {path}</translation>
    </message>
    <message>
        <source>{name} was moved to the bin.</source>
        <translation>{name} est dans la corbeille.</translation>
    </message>
    <message>
        <source>{count} runs were moved to the bin.</source>
        <translation>{count} essais ont été mis à la corbeille.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>Runs (*.run.zip)</source>
        <translation>Essais (*.run.zip)</translation>
    </message>
    <message>
        <source>Export a run</source>
        <translation>Exporter un essai</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>Exportation de {name}</translation>
    </message>
    <message>
        <source>Exported to {file} ({size}). It can be trained further, so it holds the training text too.</source>
        <translation>Exporté vers {file} ({size}). Il peut être entraîné davantage, il contient donc aussi le texte d’entraînement.</translation>
    </message>
    <message>
        <source>Exported to {file} ({size}). It holds the model and its history, but none of the training text.</source>
        <translation>Exporté vers {file} ({size}). Il contient le modèle et son historique, mais rien du texte d’entraînement.</translation>
    </message>
    <message>
        <source>&amp;Show the file</source>
        <translation>&amp;Afficher le fichier</translation>
    </message>
    <message>
        <source>Runs (*.zip);;All files (*)</source>
        <translation>Essais (*.zip);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import a run</source>
        <translation>Importer un essai</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Importation de {name}</translation>
    </message>
    <message>
        <source>{name} was imported.</source>
        <translation>{name} a été importé.</translation>
    </message>
    <message>
        <source>&amp;Open in Translate</source>
        <translation>&amp;Ouvrir dans Traduire</translation>
    </message>
    <message>
        <source>Looking for test sets</source>
        <translation>Recherche de jeux de test</translation>
    </message>
    <message>
        <source>{name} was tested: BLEU {score}</source>
        <translation>{name} a été testé&#xa0;: BLEU {score}</translation>
    </message>
    <message>
        <source>Testing {name}</source>
        <translation>Test de {name}</translation>
    </message>
    <message>
        <source>Looking closer at {name}</source>
        <translation>Examen de plus près&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>RunCharts</name>
    <message>
        <source>BLEU and chrF appear after the first validation.</source>
        <extracomment>Columns of the history that have a small chart each.</extracomment>
        <translation>BLEU et chrF apparaissent après la première validation.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taux d’apprentissage</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Norme du gradient</translation>
    </message>
    <message>
        <source>Teacher forcing</source>
        <translation>Teacher forcing</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Tokens par seconde</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>reprise</translation>
    </message>
    <message>
        <source>learning rate halved</source>
        <translation>taux d’apprentissage réduit de moitié</translation>
    </message>
    <message>
        <source>batch made smaller</source>
        <translation>lot réduit</translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>Translate with it (Enter)</source>
        <translation>Traduire avec (Entrée)</translation>
    </message>
    <message>
        <source>&amp;Open in Translate</source>
        <translation>&amp;Ouvrir dans Traduire</translation>
    </message>
    <message>
        <source>Score it on sentences it has never seen</source>
        <translation>L’évaluer sur des phrases qu’il n’a jamais vues</translation>
    </message>
    <message>
        <source>T&amp;est…</source>
        <translation>&amp;Tester…</translation>
    </message>
    <message>
        <source>Draw the curves of the selected runs into one chart; select several with Ctrl or Shift</source>
        <translation>Tracer les courbes des essais choisis dans un seul graphique&#xa0;; choisissez-en plusieurs avec Ctrl ou Maj</translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation>Com&amp;parer</translation>
    </message>
    <message>
        <source>Fill the train pane with this run&apos;s settings, change some, and train again</source>
        <translation>Remplir le volet Entraîner avec les réglages de cet essai, en changer, et entraîner de nouveau</translation>
    </message>
    <message>
        <source>Repeat with &amp;changes…</source>
        <translation>Refaire en &amp;changeant…</translation>
    </message>
    <message>
        <source>Take in a run that was exported as one file, from another computer for instance</source>
        <translation>Prendre un essai exporté en un seul fichier, par exemple d’un autre ordinateur</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Rename, export, delete and others; also with the right mouse button</source>
        <translation>Renommer, exporter, supprimer et autres&#xa0;; aussi avec le bouton droit de la souris</translation>
    </message>
    <message>
        <source>Translate with it</source>
        <translation>Traduire avec</translation>
    </message>
    <message>
        <source>&amp;Watch in Train</source>
        <translation>&amp;Voir dans Entraîner</translation>
    </message>
    <message>
        <source>Show its curves and samples</source>
        <translation>Montrer ses courbes et ses exemples</translation>
    </message>
    <message>
        <source>&amp;Go on training</source>
        <translation>&amp;Continuer l’entraînement</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Renommer</translation>
    </message>
    <message>
        <source>Give it a title of your own</source>
        <translation>Lui donner un titre de votre choix</translation>
    </message>
    <message>
        <source>Open its &amp;folder</source>
        <translation>Ouvrir son &amp;dossier</translation>
    </message>
    <message>
        <source>Show the files of the run</source>
        <translation>Montrer les fichiers de l’essai</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>One file to give away: the model and its history</source>
        <translation>Un seul fichier à transmettre&#xa0;: le modèle et son historique</translation>
    </message>
    <message>
        <source>Export to go on &amp;training…</source>
        <translation>Exporter pour &amp;poursuivre l’entraînement…</translation>
    </message>
    <message>
        <source>Larger: holds the optimizer&apos;s state too</source>
        <translation>Plus gros&#xa0;: contient aussi l’état de l’optimiseur</translation>
    </message>
    <message>
        <source>From where it ended; a finished one as long again</source>
        <translation>Là où il s’est arrêté&#xa0;; un essai terminé, encore aussi longtemps</translation>
    </message>
    <message>
        <source>&amp;10 more minutes</source>
        <translation>&amp;10 minutes de plus</translation>
    </message>
    <message>
        <source>Train this run on for ten minutes</source>
        <translation>Entraîner encore cet essai dix minutes</translation>
    </message>
    <message>
        <source>Move to the &amp;bin</source>
        <translation>Mettre à la cor&amp;beille</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Peut être annulé</translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>What was this run for? What did you learn from it?</source>
        <translation>À quoi servait cet essai&#xa0;? Qu’en avez-vous appris&#xa0;?</translation>
    </message>
    <message>
        <source>Note about this run</source>
        <translation>Note sur cet essai</translation>
    </message>
    <message>
        <source>Your own words about this run; saved in its folder as you type</source>
        <translation>Vos propres mots sur cet essai&#xa0;; enregistrés dans son dossier au fil de la saisie</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagé</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Appris de</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Meilleur</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>{corpus}, {pairs} training pairs</source>
        <translation>{corpus}, {pairs} paires d’entraînement</translation>
    </message>
    <message>
        <source>checkpoints: {count}, {size} in all; training can go on from here</source>
        <translation>points de contrôle&#xa0;: {count}, {size} en tout&#xa0;; l’entraînement peut continuer d’ici</translation>
    </message>
    <message>
        <source>checkpoints: {count}, to translate with; {size} in all</source>
        <translation>points de contrôle&#xa0;: {count}, pour traduire&#xa0;; {size} en tout</translation>
    </message>
    <message>
        <source>{model}, {parameters} parameters, {size}</source>
        <translation>{model}, {parameters} paramètres, {size}</translation>
    </message>
    <message>
        <source>{steps} steps in {time}, last changed {moment}</source>
        <translation>{steps} étapes en {time}, dernier changement {moment}</translation>
    </message>
    <message>
        <source>no validation yet</source>
        <translation>pas encore de validation</translation>
    </message>
    <message>
        <source>step {step}: BLEU {bleu}, chrF {chrf}, loss {loss} on the validation pairs</source>
        <translation>étape {step}&#xa0;: BLEU {bleu}, chrF {chrf}, perte {loss} sur les paires de validation</translation>
    </message>
    <message>
        <source>no checkpoint yet</source>
        <translation>pas encore de point de contrôle</translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Progress of the run</source>
        <translation>Progression de l’essai</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
    <message>
        <source>Measured over the last minutes; validations counted in</source>
        <translation>Mesuré sur les dernières minutes&#xa0;; validations comprises</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Time in training, pauses not counted, and epochs done</source>
        <translation>Temps d’entraînement, pauses non comprises, et époques faites</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Perte de validation</translation>
    </message>
    <message>
        <source>On sentences the model does not learn from</source>
        <translation>Sur des phrases dont le modèle n’apprend pas</translation>
    </message>
    <message>
        <source>Best BLEU</source>
        <translation>Meilleur BLEU</translation>
    </message>
    <message>
        <source>The checkpoint with the best score is used</source>
        <translation>Le point de contrôle au meilleur score est utilisé</translation>
    </message>
    <message>
        <source>Since the best</source>
        <translation>Depuis le meilleur</translation>
    </message>
    <message>
        <source>Epochs, and validations without a new best against the patience</source>
        <translation>Époques, et validations sans nouveau meilleur par rapport à la patience</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Tokens par seconde</translation>
    </message>
    <message>
        <source>Target tokens learnt from in a second</source>
        <translation>Tokens cible appris par seconde</translation>
    </message>
    <message>
        <source>End the run and keep what it has learnt (Ctrl+.)</source>
        <translation>Terminer l’essai et garder ce qu’il a appris (Ctrl+.)</translation>
    </message>
    <message>
        <source>Measure BLEU and chrF now (Ctrl+E)</source>
        <translation>Mesurer BLEU et chrF maintenant (Ctrl+E)</translation>
    </message>
    <message>
        <source>Open the newest checkpoint in the translate pane; the training goes on</source>
        <translation>Ouvrir le dernier point de contrôle dans le volet Traduire&#xa0;; l’entraînement continue</translation>
    </message>
    <message>
        <source>&amp;Stop and keep</source>
        <translation>&amp;Arrêter et garder</translation>
    </message>
    <message>
        <source>&amp;Evaluate now</source>
        <translation>É&amp;valuer maintenant</translation>
    </message>
    <message>
        <source>T&amp;ranslate with it</source>
        <translation>&amp;Traduire avec</translation>
    </message>
    <message>
        <source>Train this run on from where it ended; a finished one gets as long again as it had</source>
        <translation>Continuer cet essai là où il s’est arrêté&#xa0;; un essai terminé reçoit encore autant de temps</translation>
    </message>
    <message>
        <source>Go &amp;on training</source>
        <translation>Continuer l’entraîne&amp;ment</translation>
    </message>
    <message>
        <source>Train this run on for ten minutes</source>
        <translation>Entraîner encore cet essai dix minutes</translation>
    </message>
    <message>
        <source>10 more minut&amp;es</source>
        <translation>10 minut&amp;es de plus</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Pa&amp;use</translation>
    </message>
    <message>
        <source>Go on training (Ctrl+P)</source>
        <translation>Continuer l’entraînement (Ctrl+P)</translation>
    </message>
    <message>
        <source>Hold the training (Ctrl+P)</source>
        <translation>Suspendre l’entraînement (Ctrl+P)</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>{device} · {parameters} M parameters · {pairs} training pairs · {precision}</source>
        <translation>{device} · {parameters} M paramètres · {pairs} paires d’entraînement · {precision}</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>{epochs} epochs</source>
        <translation>{epochs} époques</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>étape {step}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>estimation</translation>
    </message>
    <message>
        <source>at most, until {clock}</source>
        <translation>au plus, jusqu’à {clock}</translation>
    </message>
    <message>
        <source>until {clock}</source>
        <translation>jusqu’à {clock}</translation>
    </message>
    <message>
        <source>not validated yet</source>
        <translation>pas encore validé</translation>
    </message>
    <message>
        <source>perplexity {value}</source>
        <translation>perplexité {value}</translation>
    </message>
    <message>
        <source>chrF {chrf}, step {step}</source>
        <translation>chrF {chrf}, ét. {step}</translation>
    </message>
    <message>
        <source>{bad} of {patience} validations</source>
        <translation>{bad} validations sur {patience}</translation>
    </message>
    <message>
        <source>{bad} validations</source>
        <translation>{bad} validations</translation>
    </message>
    <message>
        <source>{epochs} ep.</source>
        <translation>{epochs} ép.</translation>
    </message>
</context>
<context>
    <name>RunLog</name>
    <message>
        <source>Log of the run</source>
        <translation>Journal de l’essai</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>étape {step}</translation>
    </message>
    <message>
        <source>Started on {device}: {parameters} parameters, {pairs} training pairs</source>
        <translation>Démarré sur {device}&#xa0;: {parameters} paramètres, {pairs} paires d’entraînement</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Repris</translation>
    </message>
    <message>
        <source>Validated: loss {loss}, BLEU {bleu}, chrF {chrf}</source>
        <translation>Validé&#xa0;: perte {loss}, BLEU {bleu}, chrF {chrf}</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>la perte</translation>
    </message>
    <message>
        <source>(decided by {score})</source>
        <translation>(départagé par {score})</translation>
    </message>
    <message>
        <source>Checkpoint saved: {folder}</source>
        <translation>Point de contrôle enregistré&#xa0;: {folder}</translation>
    </message>
    <message>
        <source>Note: {message}</source>
        <translation>Remarque&#xa0;: {message}</translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <source>Run</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>Press F2 to rename; the folder keeps its name</source>
        <translation>F2 pour renommer&#xa0;; le dossier garde son nom</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>All files of the run on the disk: checkpoints, training state, texts</source>
        <translation>Tous les fichiers de l’essai sur le disque&#xa0;: points de contrôle, état de l’entraînement, textes</translation>
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
        <translation>BLEU de test</translation>
    </message>
    <message>
        <source>BLEU on the corpus’s own held-out pairs, or on what was tested last</source>
        <translation>BLEU sur les paires mises de côté du corpus lui-même, sinon sur ce qui a été testé en dernier</translation>
    </message>
    <message>
        <source>Trained for</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>How the run ended, or whether it is running</source>
        <translation>Comment l’essai s’est terminé, ou s’il est en cours</translation>
    </message>
    <message>
        <source>What it learned from</source>
        <translation>Ce dont il a appris</translation>
    </message>
    <message>
        <source>From which language to which</source>
        <translation>De quelle langue vers laquelle</translation>
    </message>
    <message>
        <source>Numbers the model has learned</source>
        <translation>Nombres que le modèle a appris</translation>
    </message>
    <message>
        <source>BLEU of the best checkpoint on the validation pairs, greedy search</source>
        <translation>BLEU du meilleur point de contrôle sur les paires de validation, recherche gloutonne</translation>
    </message>
    <message>
        <source>chrF of the best checkpoint on the validation pairs, greedy search</source>
        <translation>chrF du meilleur point de contrôle sur les paires de validation, recherche gloutonne</translation>
    </message>
    <message>
        <source>Training time, all sessions together</source>
        <translation>Temps d’entraînement, toutes sessions réunies</translation>
    </message>
    <message>
        <source>When something was last written</source>
        <translation>Quand quelque chose a été écrit pour la dernière fois</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>training</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>non commencé</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>{status}, damaged</source>
        <translation>{status}, endommagé</translation>
    </message>
</context>
<context>
    <name>RunPairPanel</name>
    <message>
        <source>Test sets with the same sentences that both runs were tested on</source>
        <translation>Les jeux de test aux mêmes phrases sur lesquels les deux essais ont été testés</translation>
    </message>
    <message>
        <source>Test set to compare on</source>
        <translation>Jeu de test pour la comparaison</translation>
    </message>
    <message>
        <source>Choose the test set first; it runs in the background</source>
        <translation>Choisissez d’abord le jeu de test&#xa0;; le test tourne en arrière-plan</translation>
    </message>
    <message>
        <source>Test &amp;A…</source>
        <translation>Tester &amp;A…</translation>
    </message>
    <message>
        <source>Test &amp;B…</source>
        <translation>Tester &amp;B…</translation>
    </message>
    <message>
        <source>Score the sentences of both runs and draw test sets from them</source>
        <translation>Noter les phrases des deux essais et en tirer des jeux de test</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>Co&amp;mparer</translation>
    </message>
    <message>
        <source>Comparing two runs</source>
        <translation>Comparaison de deux essais</translation>
    </message>
    <message>
        <source>Not tested on the same sentences</source>
        <translation>Pas testés sur les mêmes phrases</translation>
    </message>
    <message>
        <source>Two runs can be compared sentence by sentence once both were tested on the same test set. A is {first}, B is {second}.</source>
        <translation>Deux essais peuvent être comparés phrase par phrase dès que les deux ont été testés sur le même jeu de test. A est {first}, B est {second}.</translation>
    </message>
    <message>
        <source>{title}: {count} sentences</source>
        <translation>{title}&#xa0;: {count} phrases</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Pas comparés</translation>
    </message>
    <message>
        <source>The comparison was cancelled.</source>
        <translation>La comparaison a été annulée.</translation>
    </message>
    <message>
        <source>These runs cannot be compared</source>
        <translation>Ces essais ne peuvent pas être comparés</translation>
    </message>
    <message>
        <source>A: {first}
B: {second}</source>
        <translation>A&#xa0;: {first}
B&#xa0;: {second}</translation>
    </message>
    <message>
        <source>p: how often luck alone would make such a difference (paired bootstrap). Below 0.05 it is usually called real.</source>
        <translation>p&#xa0;: combien de fois le hasard seul ferait une telle différence (bootstrap apparié). Au-dessous de 0,05, on la dit d’habitude réelle.</translation>
    </message>
    <message>
        <source>A {first}   B {second}</source>
        <translation>A {first}   B {second}</translation>
    </message>
    <message>
        <source>B − A: {difference}, may be luck (p = {p})</source>
        <translation>B − A&#xa0;: {difference}, peut-être le hasard (p = {p})</translation>
    </message>
    <message>
        <source>B − A: {difference}, rarely luck (p = {p})</source>
        <translation>B − A&#xa0;: {difference}, rarement le hasard (p = {p})</translation>
    </message>
    <message>
        <source>Nearer to the reference</source>
        <translation>Plus proche de la référence</translation>
    </message>
    <message>
        <source>sentences; {count} score alike</source>
        <translation>phrases&#xa0;; {count} à égalité</translation>
    </message>
    <message>
        <source>In how many sentences each translation has the higher chrF</source>
        <translation>Dans combien de phrases chaque traduction a le chrF le plus haut</translation>
    </message>
</context>
<context>
    <name>RunSetup</name>
    <message>
        <source>New training</source>
        <translation>Nouvel entraînement</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>&amp;More settings…</source>
        <translation>&amp;Plus de réglages…</translation>
    </message>
    <message>
        <source>The whole configuration as a form, with the preset&apos;s values filled in</source>
        <translation>Toute la configuration sous forme de formulaire, avec les valeurs du préréglage</translation>
    </message>
    <message>
        <source>&amp;Name of the run</source>
        <translation>&amp;Nom de l’essai</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Nom de l’essai</translation>
    </message>
    <message>
        <source>The run is kept under this name, in a folder of its own</source>
        <translation>L’essai est gardé sous ce nom, dans son propre dossier</translation>
    </message>
    <message>
        <source>Add to the &amp;queue</source>
        <translation>Mettre en &amp;file d’attente</translation>
    </message>
    <message>
        <source>Train this when the running training has ended</source>
        <translation>Entraîner ceci quand l’entraînement en cours sera fini</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>&amp;Démarrer l’entraînement</translation>
    </message>
    <message>
        <source>Start now with what is chosen above (Ctrl+R)</source>
        <translation>Démarrer maintenant avec ce qui est choisi ci-dessus (Ctrl+R)</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>{count} modifiés</translation>
    </message>
    <message>
        <source>cannot be estimated</source>
        <translation>impossible à estimer</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>environ {time}</translation>
    </message>
    <message>
        <source>{parameters} M parameters · {memory} memory</source>
        <translation>{parameters} M paramètres · {memory} de mémoire</translation>
    </message>
    <message>
        <source>more time would help</source>
        <translation>plus de temps aiderait</translation>
    </message>
    <message>
        <source>This run needs about {need} on the disk; only {free} are free.</source>
        <translation>Cet essai demande environ {need} sur le disque&#xa0;; il n’y a que {free} de libre.</translation>
    </message>
    <message>
        <source>{epochs} epochs</source>
        <extracomment>Pairs assumed while no corpus is chosen.</extracomment>
        <translation>{epochs} époques</translation>
    </message>
    <message>
        <source>This run needs about {need} of memory; only {free} are free now.</source>
        <translation>Cet essai demande environ {need} de mémoire&#xa0;; il n’y a que {free} de libre maintenant.</translation>
    </message>
    <message>
        <source>Import a corpus first.</source>
        <translation>Importez d’abord un corpus.</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>About the run</source>
        <extracomment>When a chart is drawn that had to wait for another and no event has come since.</extracomment>
        <translation>Sur l’essai</translation>
    </message>
    <message>
        <source>Sample translations</source>
        <translation>Exemples de traduction</translation>
    </message>
    <message>
        <source>More curves</source>
        <translation>Autres courbes</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>RunsPane</name>
    <message>
        <source>Runs</source>
        <extracomment>How often the list is read again while a run trains. Several changes shortly after each other are read once.</extracomment>
        <translation>Essais</translation>
    </message>
    <message>
        <source>Enter opens a run in the translate pane, F2 renames it, Delete moves it to the bin</source>
        <translation>Entrée ouvre un essai dans le volet Traduire, F2 le renomme, Suppr le met à la corbeille</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Chercher des essais</translation>
    </message>
    <message>
        <source>Words of the name, corpus, language, status or note (Ctrl+F)</source>
        <translation>Mots du nom, du corpus, de la langue, de l’état ou de la note (Ctrl+F)</translation>
    </message>
    <message>
        <source>About the selected run</source>
        <translation>À propos de l’essai choisi</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Facts and your note</source>
        <translation>Données et votre note</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Courbes</translation>
    </message>
    <message>
        <source>Scores and loss through training; select several to compare</source>
        <translation>Scores et perte au fil de l’entraînement&#xa0;; sélectionnez-en plusieurs pour comparer</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Scores on test sets, sentence by sentence</source>
        <translation>Scores sur des jeux de test, phrase par phrase</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Pas encore d’essai</translation>
    </message>
    <message>
        <source>Every training becomes a run: a folder with the model, its settings and its history. Here you will compare runs, test them and translate with them.</source>
        <translation>Chaque entraînement devient un essai&#xa0;: un dossier avec le modèle, ses réglages et son historique. Ici, vous comparerez les essais, les testerez et traduirez avec eux.</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>Entraîner un modèle</translation>
    </message>
    <message>
        <source>Go to the train pane</source>
        <translation>Aller au volet Entraîner</translation>
    </message>
    <message>
        <source>Import a run…</source>
        <translation>Importer un essai…</translation>
    </message>
    <message>
        <source>A file that Export made</source>
        <translation>Un fichier produit par Exporter</translation>
    </message>
    <message>
        <source>Curves of {count} runs</source>
        <translation>Courbes de {count} essais</translation>
    </message>
    <message>
        <source>Tests of 2 runs</source>
        <translation>Tests de 2 essais</translation>
    </message>
    <message>
        <source>Reading the tested sentences</source>
        <translation>Lecture des phrases testées</translation>
    </message>
</context>
<context>
    <name>SamplesTable</name>
    <message>
        <source>Press Enter to open this sentence in the translate pane</source>
        <translation>Entrée ouvre cette phrase dans le volet Traduire</translation>
    </message>
    <message>
        <source>A few validation sentences appear here, translated anew at each validation; what changed is marked.</source>
        <extracomment>The cell&apos;s HTML; without it the plain text is drawn.</extracomment>
        <translation>Quelques phrases de validation apparaissent ici, retraduites à chaque validation&#xa0;; ce qui a changé est marqué.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Translation now</source>
        <translation>Traduction actuelle</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Validation sentences as the model translates them now</source>
        <translation>Phrases de validation telles que le modèle les traduit maintenant</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>SVG picture</source>
        <translation>Image SVG</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>Page PDF</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Image PNG</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>Tableau CSV</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Graphviz file</source>
        <translation>Fichier Graphviz</translation>
    </message>
    <message>
        <source>NumPy arrays</source>
        <translation>Tableaux NumPy</translation>
    </message>
    <message>
        <source>Translation memory</source>
        <translation>Mémoire de traduction</translation>
    </message>
    <message>
        <source>Table, columns by tabs</source>
        <translation>Tableau, colonnes par tabulations</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>Corpora</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>Imported corpora by name, or corpus files; several feed one run.</source>
        <translation>Corpus importés par leur nom, ou fichiers de corpus&#xa0;; un essai peut en réunir plusieurs.</translation>
    </message>
    <message>
        <source>Source file</source>
        <translation>Fichier source</translation>
    </message>
    <message>
        <source>Plain text, one sentence a line (may be .gz or .xz).</source>
        <translation>Texte brut, une phrase par ligne (.gz ou .xz possibles).</translation>
    </message>
    <message>
        <source>Target file</source>
        <translation>Fichier cible</translation>
    </message>
    <message>
        <source>Plain text, line by line the translation of the source file.</source>
        <translation>Texte brut, ligne par ligne la traduction du fichier source.</translation>
    </message>
    <message>
        <source>Validation source</source>
        <translation>Source de validation</translation>
    </message>
    <message>
        <source>Your own validation sentences; never altered.</source>
        <translation>Vos propres phrases de validation&#xa0;; jamais modifiées.</translation>
    </message>
    <message>
        <source>Validation target</source>
        <translation>Cible de validation</translation>
    </message>
    <message>
        <source>Their translations.</source>
        <translation>Leurs traductions.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Language of the source side as a BCP-47 tag such as en; may be empty.</source>
        <translation>Langue du côté source, étiquette BCP-47 comme en&#xa0;; peut être vide.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Language of the target side as a BCP-47 tag such as fr; may be empty.</source>
        <translation>Langue du côté cible, étiquette BCP-47 comme fr&#xa0;; peut être vide.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Source and target column of a table, by name or number: A,B.</source>
        <translation>Colonnes source et cible d’un tableau, par nom ou numéro&#xa0;: A,B.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>Sheet of a workbook, by name or number; empty finds it.</source>
        <translation>Feuille d’un classeur, par nom ou numéro&#xa0;; vide&#xa0;: elle est trouvée.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>Character encoding of text files such as windows-1252; empty finds it.</source>
        <translation>Encodage des caractères des fichiers texte, comme windows-1252&#xa0;; vide&#xa0;: il est trouvé.</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Nettoyage</translation>
    </message>
    <message>
        <source>Rules separated by commas: default (empty, too_long, duplicate), none, recommended, or names: empty, too_long, duplicate, length_ratio, identical, wrong_script, markup_only.</source>
        <translation>Règles séparées par des virgules&#xa0;: default (empty, too_long, duplicate), none, recommended, ou des noms&#xa0;: empty, too_long, duplicate, length_ratio, identical, wrong_script, markup_only.</translation>
    </message>
    <message>
        <source>Longest sentence</source>
        <translation>Phrase la plus longue</translation>
    </message>
    <message>
        <source>Characters; longer pairs are dropped.</source>
        <translation>Caractères&#xa0;; les paires plus longues sont écartées.</translation>
    </message>
    <message>
        <source>Length ratio</source>
        <translation>Rapport des longueurs</translation>
    </message>
    <message>
        <source>Longer side over shorter side, in characters, for length_ratio.</source>
        <translation>Côté long sur côté court, en caractères, pour length_ratio.</translation>
    </message>
    <message>
        <source>Use at most</source>
        <translation>Utiliser au plus</translation>
    </message>
    <message>
        <source>Pairs to read; 0 means all.</source>
        <translation>Paires à lire&#xa0;; 0 signifie toutes.</translation>
    </message>
    <message>
        <source>Validation pairs</source>
        <translation>Paires de validation</translation>
    </message>
    <message>
        <source>Held out when you give no validation files; 0 derives it from the corpus.</source>
        <translation>Mises de côté si vous ne donnez pas de fichiers de validation&#xa0;; 0&#xa0;: déduit du corpus.</translation>
    </message>
    <message>
        <source>Test pairs</source>
        <translation>Paires de test</translation>
    </message>
    <message>
        <source>Held out for a final score; 0 derives it from the corpus.</source>
        <translation>Mises de côté pour un score final&#xa0;; 0&#xa0;: déduit du corpus.</translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation>Graine de répartition</translation>
    </message>
    <message>
        <source>The same seed always holds out the same sentences.</source>
        <translation>La même graine met toujours de côté les mêmes phrases.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Subword method: unigram (Kudo 2018), bpe (Sennrich et al. 2016), char or word.</source>
        <translation>Méthode de découpage en sous-mots&#xa0;: unigram (Kudo 2018), bpe (Sennrich et al. 2016), char ou word.</translation>
    </message>
    <message>
        <source>One for both sides</source>
        <translation>Un pour les deux côtés</translation>
    </message>
    <message>
        <source>One vocabulary for both sides; off trains one a side.</source>
        <translation>Un vocabulaire pour les deux côtés&#xa0;; sinon, un par côté.</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>Taille du vocabulaire</translation>
    </message>
    <message>
        <source>Pieces; 0 derives it from the corpus. Too high a number is lowered.</source>
        <translation>Sous-mots&#xa0;; 0&#xa0;: déduit du corpus. Un nombre trop élevé est réduit.</translation>
    </message>
    <message>
        <source>Character coverage</source>
        <translation>Couverture des caractères</translation>
    </message>
    <message>
        <source>Share of characters with a piece of their own; the rest becomes bytes.</source>
        <translation>Part des caractères ayant leur propre sous-mot&#xa0;; le reste devient des octets.</translation>
    </message>
    <message>
        <source>Sentences to learn from</source>
        <translation>Phrases pour l’apprentissage</translation>
    </message>
    <message>
        <source>At most so many lines are sampled to train the vocabulary.</source>
        <translation>Au plus ce nombre de lignes est tiré pour apprendre le vocabulaire.</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architecture</translation>
    </message>
    <message>
        <source>Recurrent encoder-decoder.</source>
        <translation>Encodeur-décodeur récurrent.</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Cellule</translation>
    </message>
    <message>
        <source>LSTM (Hochreiter &amp; Schmidhuber 1997) or GRU (Cho et al. 2014).</source>
        <translation>LSTM (Hochreiter &amp; Schmidhuber 1997) ou GRU (Cho et al. 2014).</translation>
    </message>
    <message>
        <source>Embedding size</source>
        <translation>Taille des plongements</translation>
    </message>
    <message>
        <source>Numbers a piece is described by.</source>
        <translation>Nombres qui décrivent un sous-mot.</translation>
    </message>
    <message>
        <source>Decoder size</source>
        <translation>Taille du décodeur</translation>
    </message>
    <message>
        <source>Units of the decoder.</source>
        <translation>Unités du décodeur.</translation>
    </message>
    <message>
        <source>Encoder size</source>
        <translation>Taille de l’encodeur</translation>
    </message>
    <message>
        <source>Units a direction; 0 takes half the decoder size when bidirectional.</source>
        <translation>Unités par direction&#xa0;; 0&#xa0;: la moitié du décodeur s’il est bidirectionnel.</translation>
    </message>
    <message>
        <source>Bidirectional encoder</source>
        <translation>Encodeur bidirectionnel</translation>
    </message>
    <message>
        <source>Read the source both ways.</source>
        <translation>Lire la source dans les deux sens.</translation>
    </message>
    <message>
        <source>Encoder layers</source>
        <translation>Couches de l’encodeur</translation>
    </message>
    <message>
        <source>1 to 4.</source>
        <translation>De 1 à 4.</translation>
    </message>
    <message>
        <source>Decoder layers</source>
        <translation>Couches du décodeur</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Additive (Bahdanau et al. 2015), multiplicative (Luong et al. 2015), or none.</source>
        <translation>Additive (Bahdanau et al. 2015), multiplicative (Luong et al. 2015), ou aucune.</translation>
    </message>
    <message>
        <source>Attention size</source>
        <translation>Taille de l’attention</translation>
    </message>
    <message>
        <source>Units of additive attention; 0 takes the decoder size.</source>
        <translation>Unités de l’attention additive&#xa0;; 0&#xa0;: la taille du décodeur.</translation>
    </message>
    <message>
        <source>Input feeding</source>
        <translation>Input feeding</translation>
    </message>
    <message>
        <source>Feed the last attentional vector back (Luong et al. 2015, section 3.3).</source>
        <translation>Réinjecter le dernier vecteur attentionnel (Luong et al. 2015, section 3.3).</translation>
    </message>
    <message>
        <source>Dropout on embeddings</source>
        <translation>Dropout sur les plongements</translation>
    </message>
    <message>
        <source>Share of numbers dropped.</source>
        <translation>Part des nombres mis à zéro.</translation>
    </message>
    <message>
        <source>Dropout between layers</source>
        <translation>Dropout entre les couches</translation>
    </message>
    <message>
        <source>Share of units dropped.</source>
        <translation>Part des unités mises à zéro.</translation>
    </message>
    <message>
        <source>Dropout before the output</source>
        <translation>Dropout avant la sortie</translation>
    </message>
    <message>
        <source>Share of units dropped between layers and where attention looks.</source>
        <translation>Part des unités omises entre les couches et là où l’attention regarde.</translation>
    </message>
    <message>
        <source>Readout size</source>
        <translation>Taille de lecture</translation>
    </message>
    <message>
        <source>Units before the output layer; 0 takes the embedding size.</source>
        <translation>Unités avant la couche de sortie&#xa0;; 0&#xa0;: la taille des plongements.</translation>
    </message>
    <message>
        <source>Weight tying</source>
        <translation>Partage des poids</translation>
    </message>
    <message>
        <source>Share target embedding and output layer, and with &apos;all&apos; the source embedding too (Press &amp; Wolf 2017), where sizes allow.</source>
        <translation>Partager le plongement cible et la couche de sortie, et avec «&#xa0;all&#xa0;» aussi le plongement source (Press &amp; Wolf 2017), si les tailles le permettent.</translation>
    </message>
    <message>
        <source>Source vectors</source>
        <translation>Vecteurs source</translation>
    </message>
    <message>
        <source>word2vec or GloVe text file to start the source embedding from.</source>
        <translation>Fichier texte word2vec ou GloVe d’où part le plongement source.</translation>
    </message>
    <message>
        <source>Target vectors</source>
        <translation>Vecteurs cible</translation>
    </message>
    <message>
        <source>word2vec or GloVe text file to start the target embedding from.</source>
        <translation>Fichier texte word2vec ou GloVe d’où part le plongement cible.</translation>
    </message>
    <message>
        <source>Keep vectors fixed</source>
        <translation>Garder les vecteurs fixes</translation>
    </message>
    <message>
        <source>Do not train the embeddings that came from a file.</source>
        <translation>Ne pas entraîner les plongements venus d’un fichier.</translation>
    </message>
    <message>
        <source>Steps at most</source>
        <translation>Étapes au plus</translation>
    </message>
    <message>
        <source>Optimizer steps; 0 means no limit by steps.</source>
        <translation>Étapes d’optimisation&#xa0;; 0&#xa0;: pas de limite en étapes.</translation>
    </message>
    <message>
        <source>Epochs at most</source>
        <translation>Époques au plus</translation>
    </message>
    <message>
        <source>Passes over the corpus; 0 means no limit by epochs.</source>
        <translation>Passages sur le corpus&#xa0;; 0&#xa0;: pas de limite en époques.</translation>
    </message>
    <message>
        <source>Minutes at most</source>
        <translation>Minutes au plus</translation>
    </message>
    <message>
        <source>The schedule is fitted to this time, validation included; 0 means no limit.</source>
        <translation>La planification est ajustée à cette durée, validation comprise&#xa0;; 0&#xa0;: pas de limite.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Taille de lot</translation>
    </message>
    <message>
        <source>Target tokens a batch, padding not counted; fewer learn faster per sentence.</source>
        <translation>Tokens cible par lot, sans le remplissage&#xa0;; moins, c’est apprendre plus vite par phrase.</translation>
    </message>
    <message>
        <source>Sentences a batch</source>
        <translation>Phrases par lot</translation>
    </message>
    <message>
        <source>A fixed number of sentences instead of tokens; 0 uses tokens.</source>
        <translation>Un nombre fixe de phrases au lieu de tokens&#xa0;; 0 compte en tokens.</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>Accumulation</translation>
    </message>
    <message>
        <source>Batches whose gradients are added before each step.</source>
        <translation>Lots dont les gradients s’additionnent avant chaque étape.</translation>
    </message>
    <message>
        <source>Longest training sentence</source>
        <translation>Plus longue phrase d’entraînement</translation>
    </message>
    <message>
        <source>Pieces a side; longer pairs are left out and counted.</source>
        <translation>Sous-mots par côté&#xa0;; les paires plus longues sont écartées et comptées.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimiseur</translation>
    </message>
    <message>
        <source>AdamW (Loshchilov &amp; Hutter 2019) suits most.</source>
        <translation>AdamW (Loshchilov &amp; Hutter 2019) convient le plus souvent.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taux d’apprentissage</translation>
    </message>
    <message>
        <source>Peak learning rate.</source>
        <translation>Taux d’apprentissage maximal.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Planification</translation>
    </message>
    <message>
        <source>How the learning rate falls after the warm-up; cosine and linear need an end.</source>
        <translation>Comment le taux d’apprentissage baisse après l’échauffement&#xa0;; cosine et linear demandent une fin.</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>Étapes d’échauffement</translation>
    </message>
    <message>
        <source>Steps over which the learning rate rises to its peak.</source>
        <translation>Étapes pendant lesquelles le taux d’apprentissage monte à son maximum.</translation>
    </message>
    <message>
        <source>Final learning rate</source>
        <translation>Taux d’apprentissage final</translation>
    </message>
    <message>
        <source>Share of the peak at the end of cosine or linear.</source>
        <translation>Part du maximum à la fin de cosine ou linear.</translation>
    </message>
    <message>
        <source>Plateau patience</source>
        <translation>Patience de plateau</translation>
    </message>
    <message>
        <source>Validations without gain before plateau halves the learning rate.</source>
        <translation>Validations sans gain avant que plateau réduise le taux d’apprentissage de moitié.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Décroissance des poids</translation>
    </message>
    <message>
        <source>Pulls weights towards zero.</source>
        <translation>Tire les poids vers zéro.</translation>
    </message>
    <message>
        <source>Adam beta 2</source>
        <translation>Adam bêta 2</translation>
    </message>
    <message>
        <source>Memory of the squared gradient.</source>
        <translation>Mémoire du gradient au carré.</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Écrêtage du gradient</translation>
    </message>
    <message>
        <source>Longest gradient norm (Pascanu et al. 2013); 0 turns it off.</source>
        <translation>Plus grande norme du gradient (Pascanu et al. 2013)&#xa0;; 0 la laisse libre.</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Lissage des étiquettes</translation>
    </message>
    <message>
        <source>Probability taken from the right piece (Szegedy et al. 2016).</source>
        <translation>Probabilité retirée au bon sous-mot (Szegedy et al. 2016).</translation>
    </message>
    <message>
        <source>Teacher forcing</source>
        <translation>Teacher forcing</translation>
    </message>
    <message>
        <source>How the share of reference pieces fed to the decoder falls (Bengio et al. 2015).</source>
        <translation>Comment baisse la part des sous-mots de référence donnés au décodeur (Bengio et al. 2015).</translation>
    </message>
    <message>
        <source>Ratio at the start</source>
        <translation>Part au début</translation>
    </message>
    <message>
        <source>1 feeds the reference always.</source>
        <translation>1 donne toujours la référence.</translation>
    </message>
    <message>
        <source>Ratio at the end</source>
        <translation>Part à la fin</translation>
    </message>
    <message>
        <source>What it falls to.</source>
        <translation>Jusqu’où elle baisse.</translation>
    </message>
    <message>
        <source>Steps to fall</source>
        <translation>Étapes de baisse</translation>
    </message>
    <message>
        <source>Steps over which the ratio falls from start to end.</source>
        <translation>Étapes pendant lesquelles la part passe du début à la fin.</translation>
    </message>
    <message>
        <source>R-Drop</source>
        <translation>R-Drop</translation>
    </message>
    <message>
        <source>Alpha of R-Drop (Wu et al. 2021): each batch is read twice with other dropout, and both must agree; 0 is off. A step takes twice the time.</source>
        <translation>Alpha de R-Drop (Wu et al. 2021)&#xa0;: chaque lot est lu deux fois avec un autre dropout, et les deux lectures doivent s’accorder&#xa0;; 0 le désactive. Un pas prend deux fois plus de temps.</translation>
    </message>
    <message>
        <source>Subword sampling</source>
        <translation>Tirage de sous-mots</translation>
    </message>
    <message>
        <source>Alpha of subword regularisation on the source (Kudo 2018); 0 is off.</source>
        <translation>Alpha de la régularisation par sous-mots côté source (Kudo 2018)&#xa0;; 0 la désactive.</translation>
    </message>
    <message>
        <source>Validate every (steps)</source>
        <translation>Valider toutes les (étapes)</translation>
    </message>
    <message>
        <source>0 leaves it to the minutes.</source>
        <translation>0 s’en remet aux minutes.</translation>
    </message>
    <message>
        <source>Validate every (minutes)</source>
        <translation>Valider toutes les (minutes)</translation>
    </message>
    <message>
        <source>0 leaves it to the steps.</source>
        <translation>0 s’en remet aux étapes.</translation>
    </message>
    <message>
        <source>Validation pairs translated</source>
        <translation>Paires de validation traduites</translation>
    </message>
    <message>
        <source>At most so many are translated for BLEU each time; 0 means all.</source>
        <translation>Au plus ce nombre est traduit pour BLEU chaque fois&#xa0;; 0 signifie toutes.</translation>
    </message>
    <message>
        <source>Log every (steps)</source>
        <translation>Noter toutes les (étapes)</translation>
    </message>
    <message>
        <source>Points of the loss curve.</source>
        <translation>Points de la courbe de perte.</translation>
    </message>
    <message>
        <source>Sample translations</source>
        <translation>Exemples de traduction</translation>
    </message>
    <message>
        <source>Validation sentences followed through training.</source>
        <translation>Phrases de validation suivies pendant l’entraînement.</translation>
    </message>
    <message>
        <source>Best by</source>
        <translation>Meilleur selon</translation>
    </message>
    <message>
        <source>Which validation score picks the best checkpoint.</source>
        <translation>Le score de validation qui désigne le meilleur point de contrôle.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Patience</translation>
    </message>
    <message>
        <source>Stop after so many validations without a new best; 0 never stops early.</source>
        <translation>Arrêter après ce nombre de validations sans nouveau meilleur&#xa0;; 0 n’arrête jamais plus tôt.</translation>
    </message>
    <message>
        <source>Weight averaging</source>
        <translation>Moyenne des poids</translation>
    </message>
    <message>
        <source>Average weights for validation and the saved best when they are better.</source>
        <translation>Moyenner les poids pour la validation et le meilleur enregistré quand ils sont meilleurs.</translation>
    </message>
    <message>
        <source>EMA decay</source>
        <translation>Décroissance EMA</translation>
    </message>
    <message>
        <source>Memory of the running average.</source>
        <translation>Mémoire de la moyenne mobile.</translation>
    </message>
    <message>
        <source>Average last</source>
        <translation>Moyenne des derniers</translation>
    </message>
    <message>
        <source>Validations averaged by &apos;last&apos;.</source>
        <translation>Validations moyennées par «&#xa0;last&#xa0;».</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Instantanés</translation>
    </message>
    <message>
        <source>Light weights-only snapshots kept along the way, to look back.</source>
        <translation>Instantanés légers, poids seuls, gardés en chemin pour revenir en arrière.</translation>
    </message>
    <message>
        <source>Divergence limit</source>
        <translation>Limite de divergence</translation>
    </message>
    <message>
        <source>A gradient norm above this counts as diverged.</source>
        <translation>Une norme de gradient au-dessus compte comme divergence.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>The same seed on the same machine gives the same model.</source>
        <translation>La même graine sur la même machine donne le même modèle.</translation>
    </message>
    <message>
        <source>Beam size</source>
        <translation>Taille du faisceau</translation>
    </message>
    <message>
        <source>Hypotheses kept; 1 is greedy.</source>
        <translation>Hypothèses gardées&#xa0;; 1 est glouton.</translation>
    </message>
    <message>
        <source>N-best</source>
        <translation>N-best</translation>
    </message>
    <message>
        <source>Translations returned.</source>
        <translation>Traductions rendues.</translation>
    </message>
    <message>
        <source>Prune behind</source>
        <translation>Élaguer à partir de</translation>
    </message>
    <message>
        <source>Hypotheses so far behind the best of their sentence, in nats, are dropped where one translation is wanted; 0 keeps all.</source>
        <translation>Les hypothèses à cette distance de la meilleure de leur phrase, en nats, sont abandonnées quand une seule traduction est demandée&#xa0;; 0 les garde toutes.</translation>
    </message>
    <message>
        <source>Length penalty</source>
        <translation>Pénalité de longueur</translation>
    </message>
    <message>
        <source>Alpha of Wu et al. (2016); higher favours longer translations.</source>
        <translation>Alpha de Wu et al. (2016)&#xa0;; plus haut favorise les traductions longues.</translation>
    </message>
    <message>
        <source>Coverage penalty</source>
        <translation>Pénalité de couverture</translation>
    </message>
    <message>
        <source>Beta of Wu et al. (2016); penalises source words nobody looked at.</source>
        <translation>Bêta de Wu et al. (2016)&#xa0;; pénalise les mots source que rien n’a regardés.</translation>
    </message>
    <message>
        <source>Longest output</source>
        <translation>Sortie la plus longue</translation>
    </message>
    <message>
        <source>Pieces for each source piece.</source>
        <translation>Sous-mots pour chaque sous-mot source.</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>Pieces added to that.</source>
        <translation>Sous-mots ajoutés à cela.</translation>
    </message>
    <message>
        <source>Shortest output</source>
        <translation>Sortie la plus courte</translation>
    </message>
    <message>
        <source>No repeated n-grams</source>
        <translation>Pas de n-grammes répétés</translation>
    </message>
    <message>
        <source>Forbid repeating a sequence of so many pieces; 0 allows it.</source>
        <translation>Interdire de répéter une suite de ce nombre de sous-mots&#xa0;; 0 le permet.</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Tirer au hasard</translation>
    </message>
    <message>
        <source>Draw translations instead of searching for the best.</source>
        <translation>Tirer des traductions au lieu de chercher la meilleure.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Température</translation>
    </message>
    <message>
        <source>Below 1 safer, above 1 bolder.</source>
        <translation>Moins de 1&#xa0;: plus sûr, plus de 1&#xa0;: plus hardi.</translation>
    </message>
    <message>
        <source>Top k</source>
        <translation>Top k</translation>
    </message>
    <message>
        <source>Draw among the best k pieces; 0 means all.</source>
        <translation>Tirer parmi les k meilleurs sous-mots&#xa0;; 0 signifie tous.</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Draw among the best pieces of this total probability.</source>
        <translation>Tirer parmi les meilleurs sous-mots de cette probabilité totale.</translation>
    </message>
    <message>
        <source>Sampling seed</source>
        <translation>Graine de tirage</translation>
    </message>
    <message>
        <source>The same seed draws the same translation.</source>
        <translation>La même graine tire la même traduction.</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Autres possibilités</translation>
    </message>
    <message>
        <source>Pieces reported at each position.</source>
        <translation>Sous-mots rapportés à chaque position.</translation>
    </message>
    <message>
        <source>Cut lines</source>
        <translation>Découper les lignes</translation>
    </message>
    <message>
        <source>auto: as in training.</source>
        <translation>auto&#xa0;: comme à l’entraînement.</translation>
    </message>
    <message>
        <source>Copy unseen</source>
        <translation>Copier l’inconnu</translation>
    </message>
    <message>
        <source>Adapt spelling</source>
        <translation>Adapter la graphie</translation>
    </message>
    <message>
        <source>Read sources in the corpus&apos; spelling.</source>
        <translation>Lire les phrases source dans la graphie du corpus.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:N.</source>
        <translation>auto, cpu, cuda ou cuda:N.</translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation>Fils du processeur</translation>
    </message>
    <message>
        <source>0 takes the free cores; exact repetition needs a number.</source>
        <translation>0 prend les cœurs libres&#xa0;; une répétition exacte demande un nombre.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Numbers, addresses and codes never seen in training are copied where they are looked at.</source>
        <translation>Les nombres, adresses et codes jamais vus à l’entraînement sont copiés là où le modèle regarde.</translation>
    </message>
    <message>
        <source>auto takes bf16 on CPUs that it is faster on; it is refused where it would crawl.</source>
        <translation>auto prend bf16 sur les processeurs où il est plus rapide&#xa0;; il est refusé là où il traînerait.</translation>
    </message>
    <message>
        <source>Fast path</source>
        <translation>Voie rapide</translation>
    </message>
    <message>
        <source>Use the fused training path; off runs the plain per-step module.</source>
        <translation>Utiliser la voie d’entraînement fusionnée&#xa0;; sinon, le module simple pas à pas.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Derives everything from your corpus and this machine, and says why.</source>
        <translation>Déduit tout de votre corpus et de cette machine, et dit pourquoi.</translation>
    </message>
    <message>
        <source>Tiny</source>
        <translation>Minuscule</translation>
    </message>
    <message>
        <source>A first look: learns in minutes on any laptop.</source>
        <translation>Un premier aperçu&#xa0;: apprend en quelques minutes sur n’importe quel portable.</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Petit</translation>
    </message>
    <message>
        <source>Good quality for everyday corpora in about twenty minutes on a laptop.</source>
        <translation>Bonne qualité pour des corpus courants, en une vingtaine de minutes sur un portable.</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>De base</translation>
    </message>
    <message>
        <source>A larger model, for 100,000 pairs and more, for a GPU or a night.</source>
        <translation>Un modèle plus grand, pour 100&#xa0;000 paires et plus, pour un GPU ou une nuit.</translation>
    </message>
    <message>
        <source>Sample model</source>
        <translation>Modèle d’exemple</translation>
    </message>
    <message>
        <source>The recipe of the shipped sample models; fits small, regular corpora.</source>
        <translation>La recette des modèles d’exemple livrés&#xa0;; convient aux petits corpus réguliers.</translation>
    </message>
    <message>
        <source>Built-in English-French teaching corpus</source>
        <translation>Corpus d’étude anglais-français intégré</translation>
    </message>
    <message>
        <source>Sentences made by a grammar, with gold word alignments, and handwritten everyday phrases. A small closed world for learning how translation models work, not general language.</source>
        <translation>Des phrases produites par une grammaire, avec leurs alignements de mots exacts, et des phrases courantes écrites à la main. Un petit monde clos pour apprendre comment marchent les modèles de traduction, non la langue générale.</translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>Test results of this run</source>
        <translation>Résultats de test de cet essai</translation>
    </message>
    <message>
        <source>Each test set keeps its latest result</source>
        <extracomment>So many line numbers are written out.</extracomment>
        <translation>Chaque jeu de test garde son dernier résultat</translation>
    </message>
    <message>
        <source>&amp;Test…</source>
        <translation>&amp;Tester…</translation>
    </message>
    <message>
        <source>Test this run on a test set</source>
        <translation>Tester cet essai sur un jeu de test</translation>
    </message>
    <message>
        <source>Translate a test set and score the translations</source>
        <translation>Traduire un jeu de test et évaluer les traductions</translation>
    </message>
    <message>
        <source>&amp;Copy scores</source>
        <translation>&amp;Copier les scores</translation>
    </message>
    <message>
        <source>Copy the scores</source>
        <translation>Copier les scores</translation>
    </message>
    <message>
        <source>Copy all scores with their signatures, for a paper or a report</source>
        <translation>Copier tous les scores avec leurs signatures, pour un article ou un rapport</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Remove this result</source>
        <translation>Retirer ce résultat</translation>
    </message>
    <message>
        <source>Remove this result from the run; the test set itself stays</source>
        <translation>Retirer ce résultat de l’essai&#xa0;; le jeu de test lui-même reste</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>Pas encore testé</translation>
    </message>
    <message>
        <source>A test tells how good the model is on sentences it has never seen: scores with their uncertainty, what simply copying would score, and every sentence to look at.</source>
        <translation>Un test dit ce que vaut le modèle sur des phrases qu’il n’a jamais vues&#xa0;: des scores avec leur incertitude, ce que donnerait une simple copie, et chaque phrase à regarder.</translation>
    </message>
    <message>
        <source>Test this run…</source>
        <translation>Tester cet essai…</translation>
    </message>
    <message>
        <source>Choose the test set first; it runs in the background</source>
        <translation>Choisissez d’abord le jeu de test&#xa0;; le test se fait en arrière-plan</translation>
    </message>
    <message>
        <source>Translate these sentences again with all details: sort them by what was projected and by any measure, see by length and by what was seen in training where it fails, and save all of it as a page</source>
        <translation>Retraduire ces phrases avec tous les détails&#xa0;: les trier selon la prévision et toute mesure, voir selon la longueur et selon ce qui a été vu à l’entraînement où cela échoue, et enregistrer le tout comme page</translation>
    </message>
    <message>
        <source>&amp;Look closer…</source>
        <translation>Voir de p&amp;lus près…</translation>
    </message>
    <message>
        <source>Look closer at this result</source>
        <translation>Voir ce résultat de plus près</translation>
    </message>
    <message>
        <source>No run is chosen</source>
        <translation>Aucun essai n’est choisi</translation>
    </message>
    <message>
        <source>Held-out test pairs of this run</source>
        <translation>Paires de test mises de côté pour cet essai</translation>
    </message>
    <message>
        <source>{title}: {count} sentences, step {step}, beam {beam}, {moment}</source>
        <translation>{title}&#xa0;: {count} phrases, étape {step}, faisceau {beam}, {moment}</translation>
    </message>
    <message>
        <source>The sentences of this result were not kept; test again to see them.</source>
        <translation>Les phrases de ce résultat n’ont pas été conservées&#xa0;; un nouveau test les montrera.</translation>
    </message>
    <message>
        <source>Shared word sequences with the reference, 0 to 100. Higher is better.</source>
        <translation>Suites de mots communes avec la référence, de 0 à 100. Plus c’est haut, mieux c’est.</translation>
    </message>
    <message>
        <source>Shared character sequences with the reference, 0 to 100. Higher is better.</source>
        <translation>Suites de caractères communes avec la référence, de 0 à 100. Plus c’est haut, mieux c’est.</translation>
    </message>
    <message>
        <source>Word edits needed to reach the reference, in percent. Lower is better.</source>
        <translation>Modifications de mots nécessaires pour atteindre la référence, en pour cent. Plus c’est bas, mieux c’est.</translation>
    </message>
    <message>
        <source>95 %: {low} to {high}</source>
        <translation>95&#xa0;%&#xa0;: {low} à {high}</translation>
    </message>
    <message>
        <source>Translations that are the reference, word for word</source>
        <translation>Traductions identiques à la référence, mot pour mot</translation>
    </message>
    <message>
        <source>Need no edit</source>
        <translation>Sans retouche</translation>
    </message>
    <message>
        <source>of the sentences</source>
        <translation>des phrases</translation>
    </message>
    <message>
        <source>How much the model&apos;s attention disagrees with alignments made by hand, 0 to 1. Lower is better. Attention shows where the model looked, not why it chose a word.</source>
        <translation>À quel point l’attention du modèle s’écarte d’alignements faits à la main, de 0 à 1. Plus c’est bas, mieux c’est. L’attention montre où le modèle a regardé, pas pourquoi il a choisi un mot.</translation>
    </message>
    <message>
        <source>Alignment error</source>
        <translation>Erreur d’alignement</translation>
    </message>
    <message>
        <source>0 is perfect</source>
        <translation>0 est parfait</translation>
    </message>
    <message>
        <source>Empty references though the source is not: {count} of {total} (lines {lines}).</source>
        <translation>Références vides alors que la source ne l’est pas&#xa0;: {count} sur {total} (lignes {lines}).</translation>
    </message>
    <message>
        <source>copying the source scores {score}</source>
        <translation>copier la source donne {score}</translation>
    </message>
    <message>
        <source>the nearest training sentence&apos;s translation scores {score}</source>
        <translation>la traduction de la phrase d’entraînement la plus proche donne {score}</translation>
    </message>
    <message>
        <source>For comparison, in BLEU: {list}.</source>
        <translation>À titre de comparaison, en BLEU&#xa0;: {list}.</translation>
    </message>
    <message>
        <source>Scores copied</source>
        <translation>Scores copiés</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Cut lines into sentences</source>
        <translation>Découper les lignes en phrases</translation>
    </message>
    <message>
        <source>Translate sentence by sentence, as most models were trained; off translates each line as one.</source>
        <extracomment>Larger values are for the command line; here they would make typing slow.</extracomment>
        <translation>Traduire phrase par phrase, comme la plupart des modèles ont été entraînés&#xa0;; sinon, chaque ligne est traduite d’un bloc.</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Revenir aux valeurs par défaut</translation>
    </message>
    <message>
        <source>Beam 5 and the penalties the workbench starts with</source>
        <translation>Faisceau de 5 et les pénalités de départ</translation>
    </message>
    <message>
        <source>Reset the search settings</source>
        <translation>Réinitialiser les réglages de recherche</translation>
    </message>
</context>
<context>
    <name>SearchTree</name>
    <message>
        <source>unlikely</source>
        <extracomment>Tree and number of a node. Room inside of a node, between columns, rows and trees, and the thickest branch, in heights of a line. Bits, and places among the model&apos;s own choices, from which a colour is at its warmest. Characters of a label.</extracomment>
        <translation>improbable</translation>
    </message>
    <message>
        <source>certain piece</source>
        <translation>morceau certain</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>hésitant</translation>
    </message>
    <message>
        <source>sure of the next piece</source>
        <translation>sûr du morceau suivant</translation>
    </message>
    <message>
        <source>a late choice</source>
        <translation>un choix lointain</translation>
    </message>
    <message>
        <source>the model&apos;s first choice</source>
        <translation>le premier choix du modèle</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>all of the step&apos;s probability</source>
        <translation>toute la probabilité de l’étape</translation>
    </message>
    <message>
        <source>Branches are as thick as their part of the step&apos;s probability; pale ones were left.</source>
        <translation>L’épaisseur des branches est leur part de la probabilité de l’étape&#xa0;; les pâles ont été écartées.</translation>
    </message>
    <message>
        <source>end</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>The search begins here.</source>
        <translation>La recherche commence ici.</translation>
    </message>
    <message>
        <source>Step {step}: {text}.</source>
        <translation>Étape {step}&#xa0;: {text}.</translation>
    </message>
    <message>
        <source>The model gave {piece} {share} here (its choice number {choice}).</source>
        <translation>Le modèle donne ici {share} à {piece} (son choix numéro {choice}).</translation>
    </message>
    <message>
        <source>Log-probability of the whole: {total}.</source>
        <translation>Log-probabilité de l’ensemble&#xa0;: {total}.</translation>
    </message>
    <message>
        <source>Finished with the score {score}, place {place}.</source>
        <translation>Terminé avec le score {score}, place {place}.</translation>
    </message>
    <message>
        <source>The winner, with the score {score}.</source>
        <translation>Le gagnant, avec le score {score}.</translation>
    </message>
    <message>
        <source>Pruned by the beam: place {rank}; the last taken was {text} with {total}.</source>
        <translation>Écarté par le faisceau&#xa0;: place {rank}&#xa0;; le dernier retenu est {text} avec {total}.</translation>
    </message>
    <message>
        <source>Cut off: the sentence was done.</source>
        <translation>Interrompu&#xa0;: la phrase était terminée.</translation>
    </message>
    <message>
        <source>Forbidden by a rule.</source>
        <translation>Interdit par une règle.</translation>
    </message>
    <message>
        <source>It went on, as number {rank} of the beam.</source>
        <translation>Il a continué, comme numéro {rank} du faisceau.</translation>
    </message>
    <message>
        <source>Forbidden: the translation would be too short or too long.</source>
        <translation>Interdit&#xa0;: la traduction serait trop courte ou trop longue.</translation>
    </message>
    <message>
        <source>Forbidden: a sequence of pieces would come twice.</source>
        <translation>Interdit&#xa0;: une suite de morceaux viendrait deux fois.</translation>
    </message>
    <message>
        <source>Forbidden: the translation must begin otherwise.</source>
        <translation>Interdit&#xa0;: la traduction doit commencer autrement.</translation>
    </message>
    <message>
        <source>Forbidden: its bytes make no character here.</source>
        <translation>Interdit&#xa0;: ses octets ne forment aucun caractère ici.</translation>
    </message>
    <message>
        <source>Forbidden: it is no text.</source>
        <translation>Interdit&#xa0;: ce n’est pas du texte.</translation>
    </message>
    <message>
        <source>It ended because as many translations are finished as the beam is wide.</source>
        <translation>Elle s’est arrêtée parce qu’il y a autant de traductions terminées que le faisceau est large.</translation>
    </message>
    <message>
        <source>It ended because nothing left could beat the finished translations.</source>
        <translation>Elle s’est arrêtée parce que rien de ce qui restait ne pouvait battre les traductions terminées.</translation>
    </message>
    <message>
        <source>It ended because no longer translation is allowed.</source>
        <translation>Elle s’est arrêtée parce qu’aucune traduction plus longue n’est permise.</translation>
    </message>
</context>
<context>
    <name>SentenceModel</name>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>chrF</source>
        <translation>chrF</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Place in the test set</source>
        <translation>Place dans le jeu de test</translation>
    </message>
    <message>
        <source>How near the translation is to the reference, 0 to 100, for this sentence alone</source>
        <extracomment>Columns of figures; the first is the place in the test set.</extracomment>
        <translation>À quel point la traduction est proche de la référence, de 0 à 100, pour cette seule phrase</translation>
    </message>
    <message>
        <source>What was translated</source>
        <translation>Ce qui a été traduit</translation>
    </message>
    <message>
        <source>The translation that the test set gives</source>
        <translation>La traduction que donne le jeu de test</translation>
    </message>
    <message>
        <source>What the model wrote</source>
        <translation>Ce que le modèle a écrit</translation>
    </message>
</context>
<context>
    <name>SentenceTable</name>
    <message>
        <source>{0} sentences</source>
        <translation>{0} phrases</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Search in sentences</source>
        <translation>Chercher dans les phrases</translation>
    </message>
    <message>
        <source>Search in tested sentences</source>
        <translation>Chercher dans les phrases testées</translation>
    </message>
    <message>
        <source>Show only sentences that hold this text on any side</source>
        <translation>N’afficher que les phrases qui contiennent ce texte d’un côté</translation>
    </message>
    <message>
        <source>Only those that differ</source>
        <translation>Seulement celles qui diffèrent</translation>
    </message>
    <message>
        <source>Only sentences whose translation differs from the reference</source>
        <translation>Seulement les phrases dont la traduction diffère de la référence</translation>
    </message>
    <message>
        <source>Hide sentences that were translated exactly as the reference</source>
        <translation>Masquer les phrases traduites exactement comme la référence</translation>
    </message>
    <message>
        <source>Tested sentences</source>
        <translation>Phrases testées</translation>
    </message>
    <message>
        <source>Click a sentence, or press Enter, to open it in the translate pane</source>
        <translation>Cliquez une phrase, ou appuyez sur Entrée, pour l’ouvrir dans le volet Traduire</translation>
    </message>
    <message>
        <source>Open in Translate</source>
        <translation>Ouvrir dans Traduire</translation>
    </message>
    <message>
        <source>Open this sentence in the translate pane</source>
        <translation>Ouvrir cette phrase dans le volet Traduire</translation>
    </message>
    <message>
        <source>See this sentence with its alignment</source>
        <translation>Voir cette phrase avec son alignement</translation>
    </message>
</context>
<context>
    <name>SetComparison</name>
    <message>
        <source>Test sets that the run in use did not train on</source>
        <translation>Jeux de test sur lesquels l’essai utilisé ne s’est pas entraîné</translation>
    </message>
    <message>
        <source>Test set to compare over</source>
        <translation>Jeu de test sur lequel comparer</translation>
    </message>
    <message>
        <source>Translate the test set with both, in the background, and list where they part most</source>
        <translation>Traduire le jeu de test avec les deux, en arrière-plan, et lister où ils divergent le plus</translation>
    </message>
    <message>
        <source>Compare both</source>
        <translation>Comparer les deux</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>Jeu de test</translation>
    </message>
    <message>
        <source>Held-out pairs of the run in use</source>
        <translation>Paires mises de côté de l’essai utilisé</translation>
    </message>
    <message>
        <source>{title}: {count} sentences</source>
        <translation>{title}&#xa0;: {count} phrases</translation>
    </message>
    <message>
        <source>There is no test set of these languages that the run in use did not train on.</source>
        <translation>Il n’y a pas de jeu de test dans ces langues sur lequel l’essai utilisé ne se soit pas entraîné.</translation>
    </message>
    <message>
        <source>Click a sentence to see it compared; a heading sorts.</source>
        <translation>Cliquez une phrase pour la voir comparée&#xa0;; un en-tête trie.</translation>
    </message>
    <message>
        <source>Write a sentence first: the model that translates it is compared.</source>
        <translation>Écrivez d’abord une phrase&#xa0;: le modèle qui la traduit est comparé.</translation>
    </message>
    <message>
        <source>A: {first} · B: {second}</source>
        <translation>A&#xa0;: {first} · B&#xa0;: {second}</translation>
    </message>
    <message>
        <source>The first {shown} of {count} sentences</source>
        <translation>Les {shown} premières phrases sur {count}</translation>
    </message>
    <message>
        <source>Comparing over a test set</source>
        <translation>Comparaison sur un jeu de test</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Train</source>
        <extracomment>Name and icon of each pane, in navigation order. The part of the window that words beside the icons may take.</extracomment>
        <translation>Entraîner</translation>
    </message>
    <message>
        <source>Train a model and watch it learn (Ctrl+1)</source>
        <translation>Entraîner un modèle et le regarder apprendre (Ctrl+1)</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Traduire</translation>
    </message>
    <message>
        <source>Type, translate, and see the attention (Ctrl+2)</source>
        <translation>Saisir, traduire et voir l’attention (Ctrl+2)</translation>
    </message>
    <message>
        <source>Corpora</source>
        <translation>Corpus</translation>
    </message>
    <message>
        <source>Import and inspect sentence pairs (Ctrl+3)</source>
        <translation>Importer et examiner des paires de phrases (Ctrl+3)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Essais</translation>
    </message>
    <message>
        <source>All models trained so far (Ctrl+4)</source>
        <translation>Tous les modèles entraînés jusqu’ici (Ctrl+4)</translation>
    </message>
</context>
<context>
    <name>SystemDialog</name>
    <message>
        <source>This computer&apos;s translations</source>
        <extracomment>The language that programs are written in, and their messages with them. Languages with fewer catalogues than this share of the best are not offered.</extracomment>
        <translation>Traductions de cet ordinateur</translation>
    </message>
    <message>
        <source>The programs on this computer carry their texts in many languages: menus, messages, help. They make a small corpus at once, without a download. The number is how many programs were found.</source>
        <translation>Les programmes de cet ordinateur portent leurs textes en plusieurs langues&#xa0;: menus, messages, aide. Ils donnent tout de suite un petit corpus, sans téléchargement. Le nombre indique combien de programmes ont été trouvés.</translation>
    </message>
    <message>
        <source>Most programs are written in English; other pairs are joined through it</source>
        <translation>La plupart des programmes sont écrits en anglais&#xa0;; les autres paires sont jointes par lui</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <source>Name of the corpus</source>
        <translation>Nom du corpus</translation>
    </message>
    <message>
        <source>Runs will refer to the corpus by this name</source>
        <translation>Les essais désigneront le corpus par ce nom</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>Import these translations</source>
        <translation>Importer ces traductions</translation>
    </message>
    <message>
        <source>Collect the pairs in the background; can be cancelled</source>
        <translation>Rassembler les paires en arrière-plan&#xa0;; peut être annulé</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Vers</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Choose two languages.</source>
        <translation>Choisissez deux langues.</translation>
    </message>
    <message>
        <source>Choose two different languages.</source>
        <translation>Choisissez deux langues différentes.</translation>
    </message>
    <message>
        <source>There is a corpus of that name already.</source>
        <translation>Un corpus porte déjà ce nom.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Donnez-lui un nom.</translation>
    </message>
</context>
<context>
    <name>TableChoice</name>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>The sheet of the workbook that is read</source>
        <translation>La feuille du classeur qui est lue</translation>
    </message>
    <message>
        <source>The column with the sentences to translate from; each entry shows its first cells</source>
        <translation>La colonne des phrases à traduire&#xa0;; chaque entrée montre ses premières cellules</translation>
    </message>
    <message>
        <source>Source column</source>
        <translation>Colonne source</translation>
    </message>
    <message>
        <source>The column with the translations; each entry shows its first cells</source>
        <translation>La colonne des traductions&#xa0;; chaque entrée montre ses premières cellules</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>Colonne cible</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>Feui&amp;lle</translation>
    </message>
    <message>
        <source>Sou&amp;rce</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source>Tar&amp;get</source>
        <translation>&amp;Cible</translation>
    </message>
    <message>
        <source>Header in row {row}</source>
        <translation>En-tête à la ligne {row}</translation>
    </message>
    <message>
        <source>No header row</source>
        <translation>Pas de ligne d’en-tête</translation>
    </message>
    <message>
        <source>{count} rows left out</source>
        <translation>{count} lignes écartées</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
    <message>
        <source>The time left follows from the speed of the last minutes and the limits of the run, validations counted in. A run may end earlier when nothing gets better any more. Example: 10 minutes into a run of 20, about 10 are left.</source>
        <translation>Le temps restant découle de la vitesse des dernières minutes et des limites de l’essai, validations comprises. Un essai peut finir plus tôt quand plus rien ne s’améliore. Exemple&#xa0;: après 10 minutes d’un essai de 20, il en reste environ 10.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Époque</translation>
    </message>
    <message>
        <source>An epoch is one pass over all training pairs. Small corpora need many epochs, large ones few. Example: with 30,000 pairs, 2.5 epochs mean that the model has read 75,000 pairs.</source>
        <translation>Une époque est un passage sur toutes les paires d’entraînement. Les petits corpus demandent beaucoup d’époques, les grands peu. Exemple&#xa0;: avec 30&#xa0;000 paires, 2,5 époques signifient que le modèle a lu 75&#xa0;000 paires.</translation>
    </message>
    <message>
        <source>Loss and perplexity</source>
        <translation>Perte et perplexité</translation>
    </message>
    <message>
        <source>The loss says how surprised the model is by the right translation, piece by piece; lower is better. Perplexity is the same as a number of choices: among how many equally likely pieces the model wavers. Example: a loss of 1.6 is a perplexity of 5, as if it chose among five pieces each time.</source>
        <translation>La perte dit à quel point la bonne traduction surprend le modèle, morceau par morceau&#xa0;; plus elle est basse, mieux c’est. La perplexité est la même chose en nombre de choix&#xa0;: entre combien de morceaux également probables le modèle hésite. Exemple&#xa0;: une perte de 1,6 est une perplexité de 5, comme s’il choisissait chaque fois entre cinq morceaux.</translation>
    </message>
    <message>
        <source>BLEU and chrF</source>
        <translation>BLEU et chrF</translation>
    </message>
    <message>
        <source>BLEU counts the words, and groups of up to four words, that a translation shares with the reference, from 0 to 100; chrF does so with letters, and gives credit for nearly right forms. Compare only scores on the same sentences. Example: “the red house” for “the red houses” has a low BLEU and a high chrF.</source>
        <translation>BLEU compte les mots, et les groupes de quatre mots au plus, qu’une traduction partage avec la référence, de 0 à 100&#xa0;; chrF fait de même avec les lettres, et récompense les formes presque justes. Ne comparez que des scores sur les mêmes phrases. Exemple&#xa0;: «&#xa0;la maison rouge&#xa0;» pour «&#xa0;les maisons rouges&#xa0;» a un BLEU bas et un chrF élevé.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Patience</translation>
    </message>
    <message>
        <source>Patience is how many validations in a row may pass without a new best before the training ends by itself. It keeps a model from learning its sentences by heart. Example: with a patience of 10, “3 of 10” means that seven more such validations end the run.</source>
        <translation>La patience est le nombre de validations de suite qui peuvent passer sans nouveau record avant que l’entraînement finisse de lui-même. Elle évite qu’un modèle apprenne ses phrases par cœur. Exemple&#xa0;: avec une patience de 10, «&#xa0;3 sur 10&#xa0;» signifie que sept validations de plus de ce genre finissent l’essai.</translation>
    </message>
    <message>
        <source>Tokens per second</source>
        <translation>Tokens par seconde</translation>
    </message>
    <message>
        <source>From so many pieces of the translations the model learns in a second. This tells how fast the computer is, not how good the model is. Example: at 5,000 tokens a second, 200,000 sentences of 25 tokens take about 17 minutes.</source>
        <translation>Le modèle apprend d’autant de morceaux des traductions en une seconde. Cela dit la vitesse de l’ordinateur, pas la qualité du modèle. Exemple&#xa0;: à 5&#xa0;000 tokens par seconde, 200&#xa0;000 phrases de 25 tokens prennent environ 17 minutes.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taux d’apprentissage</translation>
    </message>
    <message>
        <source>The learning rate is the size of the steps in which the model changes. It rises at the start, so that nothing breaks, and falls towards the end for the fine work. Example: 0.003 is usual here; at 0.1 the loss would jump about.</source>
        <translation>Le taux d’apprentissage est la taille des pas par lesquels le modèle change. Il monte au début, pour que rien ne casse, et descend vers la fin pour le travail fin. Exemple&#xa0;: 0,003 est habituel ici&#xa0;; à 0,1 la perte ferait des bonds.</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Norme du gradient</translation>
    </message>
    <message>
        <source>The gradient norm says how strongly a batch pulls at the numbers of the model. Steady values are good; single peaks are cut off and do no harm. Example: about 1 with peaks of 5 is healthy; growing from 1 to 100 means that the learning rate is too high.</source>
        <translation>La norme du gradient dit avec quelle force un lot tire sur les nombres du modèle. Des valeurs stables sont bonnes&#xa0;; des pics isolés sont coupés et ne nuisent pas. Exemple&#xa0;: environ 1 avec des pics de 5 est sain&#xa0;; passer de 1 à 100 signifie que le taux d’apprentissage est trop élevé.</translation>
    </message>
    <message>
        <source>Teacher forcing</source>
        <translation>Teacher forcing</translation>
    </message>
    <message>
        <source>In training the model is told the right word before the next one, as if a teacher corrected each word at once; 1 means always. Below 1 it goes on from its own word now and then, as it must when it translates. Example: at 0.75, one word in four is the model&apos;s own.</source>
        <translation>À l’entraînement, on dit au modèle le mot juste avant le suivant, comme si un professeur corrigeait chaque mot aussitôt&#xa0;; 1 veut dire toujours. En dessous de 1, il continue parfois à partir de son propre mot, comme il doit le faire en traduisant. Exemple&#xa0;: à 0,75, un mot sur quatre est celui du modèle.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Attention is where the model looks in the source sentence while it writes a word: shares that add up to 100 %. It shows what was looked at, not why a word was chosen. Example: writing “rouge”, the model may give 90 % of its attention to “red” and 10 % to “apple”.</source>
        <translation>L’attention est l’endroit de la phrase source où le modèle regarde pendant qu’il écrit un mot&#xa0;: des parts dont la somme fait 100&#xa0;%. Elle montre ce qui a été regardé, pas pourquoi un mot a été choisi. Exemple&#xa0;: en écrivant «&#xa0;rouge&#xa0;», le modèle peut donner 90&#xa0;% de son attention à «&#xa0;red&#xa0;» et 10&#xa0;% à «&#xa0;apple&#xa0;».</translation>
    </message>
    <message>
        <source>Beam search</source>
        <translation>Recherche en faisceau</translation>
    </message>
    <message>
        <source>Beam search keeps several beginnings of a translation at once and goes on with the likeliest ones, instead of always taking the next best piece (greedy search). A beam of 5 is usual; more takes longer and seldom helps. Example: a beginning with “The” may lose against one with “It” only at the fourth word.</source>
        <translation>La recherche en faisceau garde plusieurs débuts de traduction à la fois et poursuit les plus probables, au lieu de toujours prendre le meilleur morceau suivant (recherche gloutonne). Un faisceau de 5 est d’usage&#xa0;; davantage prend plus de temps et aide rarement. Exemple&#xa0;: un début par «&#xa0;The&#xa0;» peut ne perdre contre un début par «&#xa0;It&#xa0;» qu’au quatrième mot.</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Coverage asks whether every source word was looked at in the translation. A coverage penalty in the search makes translations unlikely that leave out a part of the sentence. Example: without it, “red apples and green pears” may become only “red apples”.</source>
        <translation>La couverture demande si chaque mot source a été regardé dans la traduction. Une pénalité de couverture rend peu probables, dans la recherche, les traductions qui oublient une partie de la phrase. Exemple&#xa0;: sans elle, «&#xa0;red apples and green pears&#xa0;» peut devenir seulement «&#xa0;pommes rouges&#xa0;».</translation>
    </message>
    <message>
        <source>Pieces of words</source>
        <translation>Sous-mots</translation>
    </message>
    <message>
        <source>The model does not read words but pieces of them (subwords): frequent words whole, rare ones in parts. So a few thousand pieces write every word. Example: “unbreakable” may be read as “un”, “break” and “able”.</source>
        <translation>Le modèle ne lit pas des mots mais des morceaux de mots (sous-mots)&#xa0;: les mots fréquents en entier, les rares en parties. Quelques milliers de sous-mots suffisent ainsi à écrire tous les mots. Exemple&#xa0;: «&#xa0;indémontable&#xa0;» peut être lu comme «&#xa0;in&#xa0;», «&#xa0;démont&#xa0;» et «&#xa0;able&#xa0;».</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Découpeur (tokenizer)</translation>
    </message>
    <message>
        <source>The tokenizer cuts text into pieces and puts pieces together again; it is learnt from the training sentences before the model is. What it cuts off is a token. Example: a vocabulary of 8,000 means that the tokenizer knows 8,000 pieces.</source>
        <translation>Le découpeur (tokenizer) coupe le texte en sous-mots et les recolle&#xa0;; il est appris sur les phrases d’entraînement avant le modèle. Ce qu’il découpe s’appelle un token. Exemple&#xa0;: un vocabulaire de 8&#x202f;000 veut dire que le découpeur connaît 8&#x202f;000 sous-mots.</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>Nettoyage</translation>
    </message>
    <message>
        <source>Cleaning leaves out pairs that would teach the model something wrong: empty sides, lines of markup, sides of very different length. Your files stay as they are, and every pair left out is named with its reason. Example: “Yes.” beside four lines of text is probably a slipped line.</source>
        <translation>Le nettoyage écarte les paires qui apprendraient au modèle quelque chose de faux&#xa0;: côtés vides, lignes de balises, côtés de longueurs très différentes. Vos fichiers restent tels quels, et chaque paire écartée est citée avec sa raison. Exemple&#xa0;: «&#xa0;Oui.&#xa0;» à côté de quatre lignes de texte est sans doute une ligne décalée.</translation>
    </message>
    <message>
        <source>Held-out pairs</source>
        <translation>Paires mises de côté</translation>
    </message>
    <message>
        <source>Held-out pairs are kept away from training so that they can tell what the model does with sentences it has never seen. Some serve for validation during training, the others (the test) only for a final score. Example: of 30,000 pairs, 1,000 are held out for each.</source>
        <translation>Les paires mises de côté restent hors de l’entraînement, pour dire ce que le modèle fait de phrases qu’il n’a jamais vues. Une partie sert à la validation pendant l’entraînement, l’autre (le test) seulement à un score final. Exemple&#xa0;: sur 30&#x202f;000 paires, 1&#x202f;000 sont mises de côté pour chacune.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>A validation is a small exam in the course of training: the model translates the validation pairs, which it does not learn from. Its scores pick the best checkpoint and decide when to stop. Example: with a validation every two minutes, a run of 20 minutes has ten points on its curve.</source>
        <translation>Une validation est un petit examen au cours de l’entraînement&#xa0;: le modèle traduit les paires de validation, dont il n’apprend pas. Ses scores désignent le meilleur point de contrôle et décident de l’arrêt. Exemple&#xa0;: avec une validation toutes les deux minutes, un essai de 20 minutes a dix points sur sa courbe.</translation>
    </message>
    <message>
        <source>TER</source>
        <translation>TER</translation>
    </message>
    <message>
        <source>TER counts how many words one would have to change, add, delete or move to get from the translation to the reference, in percent of its words. Lower is better. Example: one wrong word in a sentence of ten is a TER of 10 %.</source>
        <translation>Le TER compte combien de mots il faudrait changer, ajouter, supprimer ou déplacer pour passer de la traduction à la référence, en pour cent de ses mots. Plus c’est bas, mieux c’est. Exemple&#xa0;: un mot faux dans une phrase de dix donne un TER de 10&#xa0;%.</translation>
    </message>
    <message>
        <source>Luck or difference (p)</source>
        <translation>Hasard ou différence (p)</translation>
    </message>
    <message>
        <source>p says how often chance alone would make a difference as large as the one measured; the program draws a thousand test sets from the sentences at hand (paired bootstrap). Below 0.05 one usually speaks of a real difference. Example: p = 0.3 means that three in ten such test sets would show as much by luck.</source>
        <translation>p dit combien de fois le hasard seul ferait une différence aussi grande que celle mesurée&#xa0;; le programme tire mille tests des phrases présentes (bootstrap apparié). Au-dessous de 0,05, on parle d’habitude d’une vraie différence. Exemple&#xa0;: p = 0,3 veut dire que trois tests semblables sur dix en montreraient autant par hasard.</translation>
    </message>
    <message>
        <source>Alignment error</source>
        <translation>Erreur d’alignement</translation>
    </message>
    <message>
        <source>The alignment error rate compares where the model looks with word links made by hand, from 0 (the same) to 1 (nothing in common). It can be measured only where there are such links. Example: 0.13 means that most of the links agree.</source>
        <translation>Le taux d’erreur d’alignement compare l’endroit où le modèle regarde à des liens entre mots faits à la main, de 0 (les mêmes) à 1 (rien en commun). Il ne se mesure que là où il y a de tels liens. Exemple&#xa0;: 0,13 veut dire que la plupart des liens concordent.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>A run is one training with everything that belongs to it: the model, its settings, its curves and its tests, in one folder. It can be given away, tested, and trained further. Example: the same corpus with two sizes of model makes two runs, which can be compared.</source>
        <translation>Un essai est un entraînement avec tout ce qui en fait partie&#xa0;: le modèle, ses réglages, ses courbes et ses tests, dans un dossier. On peut le transmettre, le tester et continuer à l’entraîner. Exemple&#xa0;: le même corpus avec deux tailles de modèle donne deux essais, que l’on peut comparer.</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Point de contrôle</translation>
    </message>
    <message>
        <source>A checkpoint is the model as it was at one moment of the training, saved on the disk. The best one is used for translating, and the last one to go on after an interruption. Example: “step 1,200” is the model after it had seen 1,200 batches.</source>
        <translation>Un point de contrôle est le modèle tel qu’il était à un moment de l’entraînement, enregistré sur le disque. Le meilleur sert à traduire, le dernier à continuer après une interruption. Exemple&#xa0;: «&#xa0;étape 1&#x202f;200&#xa0;» est le modèle après 1&#x202f;200 lots.</translation>
    </message>
    <message>
        <source>Batch and step</source>
        <translation>Lot et étape</translation>
    </message>
    <message>
        <source>The model reads a batch of pairs at a time and then changes a little; this is a step. The larger the batch, the steadier the steps, and the more memory they take. Example: with 60 pairs in a batch, 30,000 pairs are 500 steps.</source>
        <translation>Le modèle lit un lot de paires à la fois, puis change un peu&#xa0;; c’est une étape. Plus le lot est grand, plus les étapes sont régulières, et plus elles prennent de mémoire. Exemple&#xa0;: avec 60 paires par lot, 30&#x202f;000 paires font 500 étapes.</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Arrêt anticipé</translation>
    </message>
    <message>
        <source>Early stopping ends a training when the validations have brought nothing better for a while; how long it waits is the patience. What is used afterwards is the best checkpoint, not the last. Example: best score at minute 12, no gain until minute 20: the run ends, and the model of minute 12 translates.</source>
        <translation>L’arrêt anticipé termine un entraînement quand les validations n’apportent plus rien de mieux depuis un moment&#xa0;; la durée d’attente est la patience. On utilise ensuite le meilleur point de contrôle, pas le dernier. Exemple&#xa0;: meilleur score à la minute 12, aucun gain jusqu’à la minute 20&#xa0;: l’essai se termine, et c’est le modèle de la minute 12 qui traduit.</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>Surapprentissage</translation>
    </message>
    <message>
        <source>A model overfits when it learns its training sentences by heart instead of what is common to them. One sees it when the training loss goes on falling while the validation loss rises. Example: 500 pairs are soon known by heart; 50,000 are not.</source>
        <translation>Un modèle surapprend quand il apprend ses phrases d’entraînement par cœur au lieu de ce qu’elles ont en commun. Cela se voit quand la perte d’entraînement baisse encore alors que la perte de validation monte. Exemple&#xa0;: 500 paires sont vite sues par cœur&#xa0;; 50&#x202f;000, non.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Dropout switches off a random part of the model in every training step, so that it cannot rely on single details. It works against overfitting: small corpora need more of it, large ones less. Example: at 0.3, three in ten units are off in each step; none are when it translates.</source>
        <translation>Le dropout éteint une partie du modèle au hasard à chaque étape d’entraînement, pour qu’il ne puisse pas se fier à des détails isolés. Il agit contre le surapprentissage&#xa0;: les petits corpus en demandent plus, les grands moins. Exemple&#xa0;: à 0,3, trois unités sur dix sont éteintes à chaque étape&#xa0;; aucune quand il traduit.</translation>
    </message>
    <message>
        <source>R-Drop</source>
        <translation>R-Drop</translation>
    </message>
    <message>
        <source>With R-Drop the model reads each batch twice, with other parts switched off by dropout, and must come to the same answer. That helps with small corpora and takes twice the time for each step. Example: alpha 5 means a strong wish for agreement; 0 switches it off.</source>
        <translation>Avec R-Drop, le modèle lit chaque lot deux fois, avec d’autres parties éteintes par le dropout, et doit arriver à la même réponse. Cela aide les petits corpus et double le temps de chaque étape. Exemple&#xa0;: alpha 5 exige fortement l’accord&#xa0;; 0 le désactive.</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Lissage des étiquettes</translation>
    </message>
    <message>
        <source>Label smoothing keeps the model from being too sure: in training, a small share of the target is spread over all pieces. That makes translations better and the loss of training look higher than it is. Example: at 0.1 the right piece counts for 90 %.</source>
        <translation>Le lissage des étiquettes empêche le modèle d’être trop sûr&#xa0;: à l’entraînement, une petite part de la cible est répartie sur tous les sous-mots. Les traductions en sont meilleures, et la perte d’entraînement paraît plus haute qu’elle n’est. Exemple&#xa0;: à 0,1, le bon sous-mot compte pour 90&#xa0;%.</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Écrêtage du gradient</translation>
    </message>
    <message>
        <source>Gradient clipping cuts off single steps that would change the model too strongly, so that one odd batch cannot spoil what was learnt. Ordinary steps are not touched. Example: clipped at 1, a batch that pulls with 20 moves the model as if it pulled with 1.</source>
        <translation>L’écrêtage du gradient limite les étapes isolées qui changeraient trop fortement le modèle, pour qu’un lot étrange ne gâche pas ce qui a été appris. Les étapes ordinaires ne sont pas touchées. Exemple&#xa0;: écrêté à 1, un lot qui tire avec une force de 20 déplace le modèle comme s’il tirait avec 1.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>The parameters are the numbers that a model learns; all it knows is in them. More of them can hold more, but need more pairs and more time. Example: the smallest models here have about a million.</source>
        <translation>Les paramètres sont les nombres qu’un modèle apprend&#xa0;; tout ce qu’il sait est en eux. Plus il y en a, plus ils peuvent contenir, mais plus il faut de paires et de temps. Exemple&#xa0;: les plus petits modèles d’ici en ont environ un million.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>1. Sentences to learn from</source>
        <extracomment>How often it is looked whether the control has moved.</extracomment>
        <translation>1. Des phrases dont apprendre</translation>
    </message>
    <message>
        <source>A model learns from pairs: a sentence and its translation. A small corpus comes with the program; drop a file of your own on the window to add it.</source>
        <translation>Un modèle apprend à partir de paires&#xa0;: une phrase et sa traduction. Un petit corpus accompagne le programme&#xa0;; déposez un fichier à vous sur la fenêtre pour l’ajouter.</translation>
    </message>
    <message>
        <source>2. How large, how long</source>
        <translation>2. Quelle taille, combien de temps</translation>
    </message>
    <message>
        <source>Every card says how long the training takes on this computer. For a first try take the smallest.</source>
        <translation>Chaque carte dit combien de temps l’entraînement prend sur cet ordinateur. Pour un premier essai, prenez le plus petit.</translation>
    </message>
    <message>
        <source>3. Start</source>
        <translation>3. Démarrer</translation>
    </message>
    <message>
        <source>Press this and watch: curves, and sentences that get better. You can pause, stop and go on another day; nothing is lost.</source>
        <translation>Appuyez ici et regardez&#xa0;: des courbes, et des phrases qui s’améliorent. Vous pouvez mettre en pause, arrêter et continuer un autre jour&#xa0;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>4. Translate, and see attention</source>
        <translation>4. Traduire et voir l’attention</translation>
    </message>
    <message>
        <source>Type a sentence and see which words the model looked at. Two small models are there already.</source>
        <translation>Tapez une phrase et voyez quels mots le modèle a regardés. Deux petits modèles sont déjà là.</translation>
    </message>
    <message>
        <source>5. Test and compare</source>
        <translation>5. Tester et comparer</translation>
    </message>
    <message>
        <source>Every training is kept here with its scores. The guide under Help (F1) tells the rest; this tour is there, too.</source>
        <translation>Chaque entraînement est gardé ici avec ses scores. Le guide sous Aide (F1) dit le reste&#xa0;; cette visite s’y trouve aussi.</translation>
    </message>
</context>
<context>
    <name>TrainPane</name>
    <message>
        <source>Nothing trains yet</source>
        <extracomment>Interrupted runs the person did not want to continue, and when each was interrupted.</extracomment>
        <translation>Aucun entraînement pour l’instant</translation>
    </message>
    <message>
        <source>Choose a corpus and a model on the left and press Start. You will see the loss fall, sample translations get better, and you can translate with the model while it is still learning.

Without sentences of your own, try the sample corpus first: the smallest model takes a few minutes.</source>
        <translation>Choisissez à gauche un corpus et un modèle, puis appuyez sur Démarrer. Vous verrez la perte baisser et les exemples de traduction s’améliorer, et vous pourrez traduire avec le modèle pendant qu’il apprend encore.

Sans phrases à vous, essayez d’abord le corpus d’exemple&#xa0;: le plus petit modèle demande quelques minutes.</translation>
    </message>
    <message>
        <source>&amp;Try the sample corpus</source>
        <translation>Essa&amp;yer le corpus d’exemple</translation>
    </message>
    <message>
        <source>Train the smallest model on the built-in English and French sentences</source>
        <translation>Entraîner le plus petit modèle sur les phrases anglaises et françaises intégrées</translation>
    </message>
    <message>
        <source>&amp;Import my own sentences…</source>
        <translation>I&amp;mporter mes propres phrases…</translation>
    </message>
    <message>
        <source>TMX, tables, PO, XLIFF, two text files and others</source>
        <translation>TMX, tableaux, PO, XLIFF, deux fichiers texte et autres</translation>
    </message>
    <message>
        <source>“{run}” waits in the queue as number {number}.</source>
        <translation>«&#xa0;{run}&#xa0;» attend dans la file, au rang {number}.</translation>
    </message>
    <message>
        <source>The training of “{run}” failed.</source>
        <translation>L’entraînement de «&#xa0;{run}&#xa0;» a échoué.</translation>
    </message>
    <message>
        <source>The training of “{run}” is finished.</source>
        <translation>L’entraînement de «&#xa0;{run}&#xa0;» est terminé.</translation>
    </message>
    <message>
        <source>&amp;Translate with it</source>
        <translation>&amp;Traduire avec</translation>
    </message>
    <message>
        <source>Another run can be watched when this training is over.</source>
        <translation>Un autre essai pourra être suivi quand cet entraînement sera fini.</translation>
    </message>
    <message>
        <source>The sample corpus is not part of this installation.</source>
        <translation>Le corpus d’exemple ne fait pas partie de cette installation.</translation>
    </message>
    <message>
        <source>“{run}” was interrupted at step {step}. It can go on from its last checkpoint.</source>
        <translation>«&#xa0;{run}&#xa0;» a été interrompu à l’étape {step}. Il peut continuer depuis son dernier point de contrôle.</translation>
    </message>
    <message>
        <source>“{run}” was interrupted before its first checkpoint. It can be started again.</source>
        <translation>«&#xa0;{run}&#xa0;» a été interrompu avant son premier point de contrôle. Il peut être recommencé.</translation>
    </message>
    <message>
        <source>&amp;Continue the interrupted run</source>
        <translation>&amp;Continuer l’essai interrompu</translation>
    </message>
    <message>
        <source>“{run}” trains or waits already.</source>
        <translation>«&#xa0;{run}&#xa0;» s’entraîne ou attend déjà.</translation>
    </message>
</context>
<context>
    <name>TrainingPairsPage</name>
    <message>
        <source>The whole sentence, by what the encoder makes of it, or one piece of the translation, by the state of the decoder that it was written from.</source>
        <translation>La phrase entière, d’après ce que l’encodeur en fait, ou un morceau de la traduction, d’après l’état du décodeur dont il est issu.</translation>
    </message>
    <message>
        <source>What is looked for</source>
        <translation>Ce qui est cherché</translation>
    </message>
    <message>
        <source>Near to</source>
        <translation>Proche de</translation>
    </message>
    <message>
        <source>The training pairs were not read with this checkpoint yet</source>
        <translation>Les paires d’entraînement n’ont pas encore été lues avec ce point de contrôle</translation>
    </message>
    <message>
        <source>The model reads its training pairs once, and what it makes of them is kept beside the run. That takes from seconds to some minutes.</source>
        <translation>Le modèle lit ses paires d’entraînement une fois, et ce qu’il en fait est gardé à côté de l’essai. Cela prend de quelques secondes à quelques minutes.</translation>
    </message>
    <message>
        <source>Read the training pairs with this checkpoint, in the background</source>
        <translation>Lire les paires d’entraînement avec ce point de contrôle, en arrière-plan</translation>
    </message>
    <message>
        <source>Read the training pairs</source>
        <translation>Lire les paires d’entraînement</translation>
    </message>
    <message>
        <source>Training pairs</source>
        <translation>Paires d’entraînement</translation>
    </message>
    <message>
        <source>The training pairs that this sentence, or a word of its translation, reminds the model of</source>
        <translation>Les paires d’entraînement que cette phrase, ou un mot de sa traduction, rappelle au modèle</translation>
    </message>
    <message>
        <source>The whole sentence</source>
        <translation>La phrase entière</translation>
    </message>
    <message>
        <source>{kept} of {total} training pairs; words that are the same are marked.</source>
        <translation>{kept} paires d’entraînement sur {total}&#xa0;; les mots identiques sont marqués.</translation>
    </message>
    <message>
        <source>The end of the sentence</source>
        <translation>La fin de la phrase</translation>
    </message>
    <message>
        <source>Reading the training pairs of “{run}”</source>
        <translation>Lecture des paires d’entraînement de «&#xa0;{run}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>TranslateEmpty</name>
    <message>
        <source>Train a model</source>
        <translation>Entraîner un modèle</translation>
    </message>
    <message>
        <source>Go to the train pane; the built-in corpus gives a model in minutes</source>
        <translation>Aller au volet Entraîner&#xa0;; le corpus intégré donne un modèle en quelques minutes</translation>
    </message>
    <message>
        <source>Open a run folder…</source>
        <translation>Ouvrir le dossier d’un essai…</translation>
    </message>
    <message>
        <source>A run copied from another computer works as it is</source>
        <translation>Un essai copié d’un autre ordinateur marche tel quel</translation>
    </message>
    <message>
        <source>The model is still learning its first words</source>
        <translation>Le modèle apprend encore ses premiers mots</translation>
    </message>
    <message>
        <source>You can translate with it while it trains: this opens by itself as soon as the first checkpoint is saved, usually after the first validation.</source>
        <translation>Vous pouvez traduire avec lui pendant qu’il s’entraîne&#xa0;: ceci s’ouvre tout seul dès que le premier point de contrôle est enregistré, d’habitude après la première validation.</translation>
    </message>
    <message>
        <source>Translate with a model of your own</source>
        <translation>Traduire avec votre propre modèle</translation>
    </message>
    <message>
        <source>Train one first: a small model on the built-in sentences takes a few minutes. Then type here, and see for each word of the translation which words of the text the model looked at.</source>
        <translation>Entraînez-en d’abord un&#xa0;: un petit modèle sur les phrases intégrées demande quelques minutes. Puis écrivez ici, et voyez pour chaque mot de la traduction quels mots du texte le modèle a regardés.</translation>
    </message>
    <message>
        <source>Open a run folder</source>
        <translation>Ouvrir le dossier d’un essai</translation>
    </message>
</context>
<context>
    <name>TranslateOutput</name>
    <message>
        <source>The translation is on the clipboard.</source>
        <translation>La traduction est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>“{file}” has to wait: another file is being translated. Drop it again when that is done.</source>
        <translation>«&#xa0;{file}&#xa0;» doit attendre&#xa0;: un autre fichier est en cours de traduction. Déposez-le de nouveau quand ce sera fini.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>A file was translated.</source>
        <translation>Un fichier a été traduit.</translation>
    </message>
    <message>
        <source>A file was not translated to its end.</source>
        <translation>Un fichier n’a pas été traduit jusqu’au bout.</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Enregistré sous {path}.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>L’image est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>This could not be saved: {error}</source>
        <translation>Ceci n’a pas pu être enregistré&#xa0;: {error}</translation>
    </message>
</context>
<context>
    <name>TranslatePane</name>
    <message>
        <source>This could not be translated:</source>
        <extracomment>From the last key to the request. How often a long text is filled in while its sentences come. How long what belongs to another text or model may still be looked at while its successor is made. A text longer than this is not remembered for the next start.</extracomment>
        <translation>Ceci n’a pas pu être traduit&#xa0;:</translation>
    </message>
    <message>
        <source>{run}, step {step}</source>
        <translation>{run}, étape {step}</translation>
    </message>
</context>
<context>
    <name>TranslationView</name>
    <message>
        <source>Source</source>
        <extracomment>Height of the letters&apos; line box in sentences at the usual text size. Letters beside each other from which a button has room for its words besides its picture.</extracomment>
        <translation>Source</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>There is no model that translates back. Train one with the languages the other way round.</source>
        <translation>Aucun modèle ne traduit dans l’autre sens. Entraînez-en un avec les langues inversées.</translation>
    </message>
    <message>
        <source>Translate back with “{model}”: the translation becomes the text</source>
        <translation>Retraduire avec «&#xa0;{model}&#xa0;»&#xa0;: la traduction devient le texte</translation>
    </message>
    <message>
        <source>Swap the languages</source>
        <translation>Inverser les langues</translation>
    </message>
    <message>
        <source>Type or paste text here. It is translated as you type.</source>
        <translation>Tapez ou collez du texte ici. Il est traduit au fil de la saisie.</translation>
    </message>
    <message>
        <source>The translation appears here.</source>
        <translation>La traduction apparaît ici.</translation>
    </message>
    <message>
        <source>What else the search found, best first, each with its score and its picture</source>
        <translation>Ce que la recherche a trouvé d’autre, le meilleur d’abord, chacun avec son score et son image</translation>
    </message>
    <message>
        <source>Other translations</source>
        <translation>Autres traductions</translation>
    </message>
    <message>
        <source>Translate a file…</source>
        <translation>Traduire un fichier…</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Commencer par</translation>
    </message>
    <message>
        <source>Nothing fixed: click a word of the translation to choose another</source>
        <translation>Rien d’imposé&#xa0;: cliquez un mot de la traduction pour en choisir un autre</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Libérer</translation>
    </message>
    <message>
        <source>Text to translate</source>
        <translation>Texte à traduire</translation>
    </message>
    <message>
        <source>Copy the translation</source>
        <translation>Copier la traduction</translation>
    </message>
    <message>
        <source>Copy the whole translation (Ctrl+Shift+C)</source>
        <translation>Copier toute la traduction (Ctrl+Maj+C)</translation>
    </message>
    <message>
        <source>Clear the text</source>
        <translation>Effacer le texte</translation>
    </message>
    <message>
        <source>Empty the text to type another</source>
        <translation>Vider le texte pour en saisir un autre</translation>
    </message>
    <message>
        <source>Translate a file</source>
        <translation>Traduire un fichier</translation>
    </message>
    <message>
        <source>Translate a text file, one sentence a line, with progress, pause and what is done kept</source>
        <translation>Traduire un fichier texte, une phrase par ligne, avec progression, pause et conservation de ce qui est fait</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Volet latéral</translation>
    </message>
    <message>
        <source>Show or hide other translations, the sentence through training, and the search settings</source>
        <translation>Afficher ou masquer les autres traductions, la phrase au fil de l’entraînement et les réglages de recherche</translation>
    </message>
    <message>
        <source>Beginning of the translation</source>
        <translation>Début de la traduction</translation>
    </message>
    <message>
        <source>What if the translation began like this? Type the first words; the model goes on from them.</source>
        <translation>Et si la traduction commençait ainsi&#xa0;? Tapez les premiers mots&#xa0;; le modèle continue à partir d’eux.</translation>
    </message>
    <message>
        <source>Let go of the fixed beginning</source>
        <translation>Libérer le début imposé</translation>
    </message>
    <message>
        <source>Let the model choose the beginning itself again</source>
        <translation>Laisser de nouveau le modèle choisir le début</translation>
    </message>
    <message>
        <source>Views on the sentence</source>
        <translation>Vues de la phrase</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alignement</translation>
    </message>
    <message>
        <source>What each word of the translation looked at, and what it hangs on</source>
        <translation>Ce que chaque mot de la traduction a regardé, et de quoi il dépend</translation>
    </message>
    <message>
        <source>Other translations the search found, best first</source>
        <translation>Autres traductions trouvées par la recherche, la meilleure en premier</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>The selected sentence at each checkpoint of this run</source>
        <translation>La phrase choisie à chaque point de contrôle de cet essai</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Beam, penalties, sampling</source>
        <translation>Faisceau, pénalités, tirage</translation>
    </message>
    <message>
        <source>Other translations, training, search settings</source>
        <translation>Autres traductions, entraînement, réglages de recherche</translation>
    </message>
</context>
<context>
    <name>WeightView</name>
    <message>
        <source>Attention that can be changed</source>
        <extracomment>How much a key changes a weight.</extracomment>
        <translation>Attention que l’on peut changer</translation>
    </message>
</context>
<context>
    <name>WhatIfPage</name>
    <message>
        <source>Let go</source>
        <translation>Relâcher</translation>
    </message>
    <message>
        <source>Take the change back: the piece looks where it looked by itself</source>
        <translation>Annuler le changement&#xa0;: le morceau regarde là où il regardait de lui-même</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>How much of its attention the piece gives to the source piece of the cell chosen</source>
        <translation>Part de son attention que le morceau donne au morceau source de la case choisie</translation>
    </message>
    <message>
        <source>Drag a cell along its row to give its weight to another source piece, or press M; + and − change it</source>
        <translation>Faites glisser une case le long de sa ligne pour donner son poids à un autre morceau source, ou appuyez sur M&#xa0;; + et − le changent</translation>
    </message>
    <message>
        <source>The translation after the change</source>
        <translation>La traduction après le changement</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Et si</translation>
    </message>
    <message>
        <source>Let one piece of the translation look elsewhere, and see how it goes on from there</source>
        <translation>Faites regarder ailleurs un morceau de la traduction, et voyez comment elle continue</translation>
    </message>
    <message>
        <source>Choose a cell: a piece of the translation and where it looks.</source>
        <translation>Choisissez une case&#xa0;: un morceau de la traduction et ce qu’il regarde.</translation>
    </message>
    <message>
        <source>{share} of the attention of {target} goes to {source}</source>
        <translation>{share} de l’attention de {target} va à {source}</translation>
    </message>
    <message>
        <source>That translation was drawn at random or changed after the search. This is what the search finds.</source>
        <translation>Cette traduction a été tirée au hasard ou modifiée après la recherche. Voici ce que trouve la recherche.</translation>
    </message>
    <message>
        <source>Choose a cell and change its weight, or drag it along its row. The piece decides anew, and what comes after it as well; all other pieces look where they want.</source>
        <translation>Choisissez une case et changez son poids, ou faites-la glisser le long de sa ligne. Le morceau est choisi à nouveau, et ce qui suit aussi&#xa0;; tous les autres morceaux regardent où ils veulent.</translation>
    </message>
    <message>
        <source>The translation stays the same.</source>
        <translation>La traduction reste la même.</translation>
    </message>
    <message>
        <source>The translation becomes another one; what differs is marked.</source>
        <translation>La traduction devient une autre&#xa0;; ce qui diffère est marqué.</translation>
    </message>
    <message>
        <source>“Before” is what the search finds when all of its beam goes on from this piece.</source>
        <translation>«&#xa0;Avant&#xa0;» est ce que trouve la recherche quand tout son faisceau continue à partir de ce morceau.</translation>
    </message>
</context>
<context>
    <name>WordMapPage</name>
    <message>
        <source>Embeddings of</source>
        <translation>Plongements de</translation>
    </message>
    <message>
        <source>Near to</source>
        <translation>Proche de</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Each side has embeddings of its own, unless the model shares them.</source>
        <translation>Chaque côté a ses propres plongements, sauf si le modèle les partage.</translation>
    </message>
    <message>
        <source>Whose embeddings</source>
        <translation>De quel côté</translation>
    </message>
    <message>
        <source>Type a word and press Enter; a word of several pieces lies at their mean.</source>
        <translation>Tapez un mot puis Entrée&#xa0;; un mot de plusieurs morceaux est à leur moyenne.</translation>
    </message>
    <message>
        <source>Word to look around</source>
        <translation>Mot dont on cherche le voisinage</translation>
    </message>
    <message>
        <source>Map of words</source>
        <translation>Carte des mots</translation>
    </message>
    <message>
        <source>Nearest first, by the cosine of the embeddings. Enter or a double click looks around from there.</source>
        <translation>Les plus proches d’abord, selon le cosinus des plongements. Entrée ou un double clic repart de là.</translation>
    </message>
    <message>
        <source>Nearest words</source>
        <translation>Mots les plus proches</translation>
    </message>
    <message>
        <source>Word map</source>
        <translation>Carte des mots</translation>
    </message>
    <message>
        <source>Where the model’s words lie: frequent words, and those of the sentence, by their embeddings</source>
        <translation>Où se trouvent les mots du modèle&#xa0;: les mots fréquents, et ceux de la phrase, d’après leurs plongements</translation>
    </message>
    <message>
        <source>Two principal directions of {count} words; they show {share} of the differences between them. Words of the sentence stand out.</source>
        <translation>Deux directions principales de {count} mots&#xa0;; elles montrent {share} des différences entre eux. Les mots de la phrase ressortent.</translation>
    </message>
    <message>
        <source>Near to “{word}”</source>
        <translation>Proche de «&#xa0;{word}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Preparing the corpus</source>
        <translation>Préparation du corpus</translation>
    </message>
    <message>
        <source>Building the model</source>
        <translation>Construction du modèle</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>Validation en cours</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Arrêt en cours</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Stopped and kept</source>
        <translation>Arrêté et gardé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
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
        <translation>{days} jours</translation>
    </message>
    <message>
        <source>Time left: not known yet</source>
        <translation>Temps restant&#xa0;: pas encore connu</translation>
    </message>
    <message>
        <source>about {time} left (estimate)</source>
        <translation>encore environ {time} (estimation)</translation>
    </message>
    <message>
        <source>at most {time} left</source>
        <translation>encore {time} au plus</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore environ {time}</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} Go</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>Nothing is training</source>
        <translation>Aucun entraînement en cours</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Stop translating</source>
        <extracomment>Work that lasts so long can be stopped by a button; for less it would only flicker.</extracomment>
        <translation>Arrêter la traduction</translation>
    </message>
    <message>
        <source>Stop at the next step; what is translated stays (Esc)</source>
        <translation>Arrêter au prochain pas&#xa0;; ce qui est traduit reste (Échap)</translation>
    </message>
    <message>
        <source>Go on translating</source>
        <translation>Continuer la traduction</translation>
    </message>
    <message>
        <source>Translate what is missing</source>
        <translation>Traduire ce qui manque</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>Ouverture du modèle…</translation>
    </message>
    <message>
        <source>Translating, {done} of {total}</source>
        <translation>Traduction, {done} sur {total}</translation>
    </message>
    <message>
        <source>Translating…</source>
        <translation>Traduction…</translation>
    </message>
    <message>
        <source>Stopped, {done} of {total} translated</source>
        <translation>Arrêté, {done} sur {total} traduites</translation>
    </message>
    <message>
        <source>Not translated</source>
        <translation>Non traduit</translation>
    </message>
    <message>
        <source>sampled</source>
        <translation>tirage aléatoire</translation>
    </message>
    <message>
        <source>beam {size}</source>
        <translation>faisceau {size}</translation>
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
        <translation>Visite, {number} sur {total}</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Passer</translation>
    </message>
    <message>
        <source>End the tour (Esc); Help calls it again</source>
        <translation>Terminer la visite (Échap)&#xa0;; Aide la rappelle</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>The bubble before (left arrow)</source>
        <translation>La bulle précédente (flèche gauche)</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Terminé</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Terminer la visite</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>The next bubble (right arrow)</source>
        <translation>La bulle suivante (flèche droite)</translation>
    </message>
</context>
<context>
    <name>_Naming</name>
    <message>
        <source>Letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;; runs will refer to the corpus by this name</source>
        <translation>Lettres, chiffres, «&#xa0;-&#xa0;», «&#xa0;_&#xa0;» et «&#xa0;.&#xa0;»&#xa0;; les essais désigneront le corpus par ce nom</translation>
    </message>
    <message>
        <source>Name of the corpus</source>
        <translation>Nom du corpus</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Donnez-lui un nom.</translation>
    </message>
    <message>
        <source>This name is not possible: {reason}.</source>
        <translation>Ce nom n’est pas possible&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>There is a corpus of that name already.</source>
        <translation>Un corpus porte déjà ce nom.</translation>
    </message>
</context>
</TS>
