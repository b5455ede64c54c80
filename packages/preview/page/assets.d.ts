// The bundler turns an imported style sheet into one of the page's.
declare module '*.css';
