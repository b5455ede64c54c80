import { useSearchParams } from 'react-router-dom';

/** True where the page is drawn for a picture (`drawAll` in its address): what is only there to be used is left out. */
export function usePicture(): boolean {
  const [search] = useSearchParams();
  return search.has('drawAll');
}
