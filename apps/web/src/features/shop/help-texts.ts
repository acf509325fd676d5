export interface HelpText {
  title: string;
  lead: string;
  sections: { heading: string; text: string }[];
}

/** The shop's small print, in type of a normal size. By the last part of the address. */
export const helpTexts: Record<string, HelpText> = {
  shipping: {
    title: "Postage and delivery",
    lead: "Parcels leave the barn on weekdays, once a day, when the van comes.",
    sections: [
      {
        heading: "How long it takes",
        text: "A standard parcel is with you in three to five working days. Express, where we offer it, comes the next working day if you order before noon. Furniture takes longer, because it is heavy and so are we by the end of the week.",
      },
      {
        heading: "What it costs",
        text: "The checkout shows the postage for your country before you pay. Larger orders travel free; the checkout says from when.",
      },
      {
        heading: "If it arrives in pieces",
        text: "Pottery does that, very rarely. Send us a photograph within a fortnight and we send another. You need not send back the shards.",
      },
    ],
  },
  returns: {
    title: "Returns",
    lead: "Thirty days, any reason. “I changed my mind” is a reason.",
    sections: [
      {
        heading: "How it goes",
        text: "Find your order, press “Return something”, and say what and why. Once we have said yes, put the thing back into its box and send it. When it is here and in one piece, the money goes back the way it came, within five working days.",
      },
      {
        heading: "What we can’t take back",
        text: "Seeds that have been sown, candles that have been lit, and knives that have been used on stone.",
      },
      {
        heading: "Repairs",
        text: "Handles, wicks, flexes and lids can be had as spare parts. Ask before you give something up for lost.",
      },
    ],
  },
  contact: {
    title: "Contact",
    lead: "Write to us. We read everything, and answer most of it on the same day.",
    sections: [
      {
        heading: "By e-mail",
        text: "hello@larkfield.example. If it is about an order, its number saves us both a letter.",
      },
      {
        heading: "By post",
        text: "Larkfield, The Barn, Lark Lane. There is a bell. It works.",
      },
      {
        heading: "In person",
        text: "Fridays and Saturdays from ten to four. Tea is likely; parking is on the grass.",
      },
    ],
  },
};
