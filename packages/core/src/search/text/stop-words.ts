/** Words that say nothing of a product. The shop can add its own. */
export const stopWords: ReadonlySet<string> = new Set(
  ("a an anything and are as at be been best but buy by can do does for from get have how i im in is it its looking me my need of on or our please some someone something that the their them " +
    "these they this those to us want was we what where which who will with you your").split(" "),
);
