/** A postal address as it is kept with carts, orders and customers. `country` is ISO 3166-1 alpha-2. */
export interface AddressRecord {
  name: string;
  company: string | null;
  line1: string;
  line2: string | null;
  postcode: string | null;
  city: string;
  region: string | null;
  country: string;
  phone: string | null;
}
