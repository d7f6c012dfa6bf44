"""Pages as people have them, written for these tests: invented people and outlets in real places."""

from __future__ import annotations

BRIDGE = """\
Menu
News   Sport   Weather
Sign in

Bridge over the Vistula closed after inspection – Voivodeship Office

The Torun ChronicleWednesday, 7 February 2024, 14:05
Bridge over the Vistula closed after inspection – Voivodeship Office
PHOTO: TORUN CHRONICLE

The Voivodeship Office in Toruń has said that the road bridge over the Vistula was closed on Tuesday evening after an \
inspection of its pillars.

Source: Voivodeship Office

Details: Spokeswoman Hanna Wilk said that up to 12,000 vehicles a day would have to use the old bridge.

"The cracks may have been caused by ice," Wilk said. "Repairs will probably take three weeks."

The builder of the bridge, Mostex, denied that the concrete was of poor quality.

Background: The bridge was opened in 2013.

The Torun Chronicle lives on its readers. Follow us on Mastodon or become a member!

Advertisement:

Kindergarten in Bydgoszcz gets a new roof

Ferry to Solec runs again

All News
LATEST
13:50
Thieves in Grudziądz steal 400 bicycles, police say
13:20
Mayor of Chełmno resigns
All News
"""

# Another outlet that rewrites it, loses "may" and "up to", and names nobody for the cracks.
REWRITE = """\
Pomerania Daily
Home | Region | Business

Ice caused cracks in Vistula bridge

By Jan Lis
7 February 2024, 18:30

The road bridge over the Vistula in Toruń was closed on Tuesday evening after an inspection of its pillars.

The cracks were caused by ice, spokeswoman Hanna Wilk told The Torun Chronicle.

12,000 vehicles a day have to use the old bridge, according to the Voivodeship Office.

Read more
Ten lakes for a weekend
© 2024 Pomerania Daily
"""

HARVEST = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Hail destroys cherries near Kyustendil | Orchard Weekly</title>
<meta property="og:site_name" content="Orchard Weekly">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Hail destroys cherries near Kyustendil","datePublished":"2023-06-11T09:15:00+03:00",
"author":{"@type":"Person","name":"Vesela Doneva"}}</script></head>
<body><nav><a href="/">Orchard Weekly</a> <a href="/prices">Prices</a></nav>
<article><h1>Hail destroys cherries near Kyustendil</h1>
<p>Hail destroyed at least 300 hectares of cherry trees near Kyustendil on Saturday, the Agriculture Ministry said.</p>
<p>&#8220;We have never seen hail of this size,&#8221; said Petko Ganchev, who heads the growers&#8217; union.</p>
<p>Ganchev estimates the loss at &#8364;2 million.</p></article>
<aside><h2>More</h2><a href="/1">Apple juice gets dearer</a></aside>
<footer>Imprint. We use cookies.</footer></body></html>
"""
