"""How the weights are made by which the article of a copied page is found."""
