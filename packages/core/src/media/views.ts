/** A picture in the media store; sizes in pixels are those of the full one. */
export interface MediaView {
  id: string;
  hash: string;
  url: string;
  thumbnailUrl: string;
  width: number;
  height: number;
}
